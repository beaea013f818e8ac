import { Server } from 'node:net'

// Loaded before an example: whatever port its server asks for, it gets a free one, and tells it to the test.
// oxlint-disable-next-line typescript/unbound-method -- it is applied to the server below
const { listen } = Server.prototype

Server.prototype.listen = function (this: Server, first?: unknown, ...rest: ReadonlyArray<unknown>): Server {
  this.once('listening', () => process.send?.(this.address()))
  const anyPort = typeof first === 'object' && first !== null ? { ...first, port: 0 } : 0
  Reflect.apply(listen, this, [anyPort, ...rest])
  return this
}
