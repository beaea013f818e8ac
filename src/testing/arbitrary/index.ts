export { type ArbitrariesByName } from './codec-arbitrary'
export {
  hostileRequestArbitrary,
  packetArbitrary,
  requestArbitrary,
  type PacketArbitraryOptions,
  type RequestArbitraryOptions
} from './arbitraries'
