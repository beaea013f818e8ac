import { joinTarget, nameOf, parameterIn, splitTarget } from '../../target'
import { isOfTencent } from '../parameters'

/** An address with those parameters of a target that are wanted, each as it came. */
const addressWith = (address: string, target: string, isWanted: (name: string) => boolean): string => {
  const { path, parameters } = splitTarget(address)
  const wanted = splitTarget(target).parameters.filter((parameter) => parameter !== '' && isWanted(nameOf(parameter)))
  return joinTarget({ path, parameters: [...parameters, ...wanted] })
}

/** Where a request goes when it is sent again: without its signature, which is masked and too old. */
export const unsignedUrl = (address: string, target: string): string =>
  addressWith(address, target, (name) => name !== 'Sign' && name !== 'RequestTime')

/** The same with the app's own parameters alone. */
export const ownUrl = (address: string, target: string): string =>
  addressWith(address, target, (name) => !isOfTencent(name))

export const isSigned = (target: string): boolean => parameterIn(target, 'Sign') !== undefined
