import type { ParameterValues } from './parameter-values'

/** Stands for the values of a parameter that is given more than once. */
export const repeated = /*#__PURE__*/ Symbol('repeated')

/**
 * What a request says of the parameters that the protocol documents: `undefined` where one is absent, {@link repeated}
 * where there are several values, and otherwise its value, which is a text if all is well.
 */
export interface DocumentedValues {
  readonly SdkAppid: unknown
  readonly CallbackCommand: unknown
  readonly contenttype: unknown
  readonly ClientIP: unknown
  readonly OptPlatform: unknown
  readonly RequestID: unknown
  readonly RequestId: unknown
}

export const documentedValues = (values: ParameterValues): DocumentedValues => {
  const valueOf = (name: string): unknown => {
    const { length, 0: value } = values(name)
    if (length !== 1) return length === 0 ? undefined : repeated
    // It was given, so that it is not absent, whatever it is.
    return value ?? null
  }
  return {
    SdkAppid: valueOf('SdkAppid'),
    CallbackCommand: valueOf('CallbackCommand'),
    contenttype: valueOf('contenttype'),
    ClientIP: valueOf('ClientIP'),
    OptPlatform: valueOf('OptPlatform'),
    RequestID: valueOf('RequestID'),
    RequestId: valueOf('RequestId')
  }
}

/**
 * The same for the piece of a text in which every character stands for itself. Most callbacks have such a query, and
 * `URLSearchParams` would cost more than all the checks together. The piece is not cut out first: V8 searches a text that
 * was cut out of another several times slower.
 */
export const documentedValuesOfPlainText = (text: string, from: number, to: number): DocumentedValues => {
  let SdkAppid: unknown
  let CallbackCommand: unknown
  let contenttype: unknown
  let ClientIP: unknown
  let OptPlatform: unknown
  let RequestID: unknown
  let RequestId: unknown
  let equals = text.indexOf('=', from)
  for (let start = from; start < to;) {
    const separator = text.indexOf('&', start)
    const end = separator < 0 || separator > to ? to : separator
    // Looked for once a sign, not once a piece: a long text without any would be read to its end for every piece.
    if (equals >= 0 && equals < start) equals = text.indexOf('=', start)
    const nameEnd = equals < 0 || equals > end ? end : equals
    const value = text.slice(nameEnd + 1, end)
    switch (text.slice(start, nameEnd)) {
      case 'SdkAppid':
        SdkAppid = SdkAppid === undefined ? value : repeated
        break
      case 'CallbackCommand':
        CallbackCommand = CallbackCommand === undefined ? value : repeated
        break
      case 'contenttype':
        contenttype = contenttype === undefined ? value : repeated
        break
      case 'ClientIP':
        ClientIP = ClientIP === undefined ? value : repeated
        break
      case 'OptPlatform':
        OptPlatform = OptPlatform === undefined ? value : repeated
        break
      case 'RequestID':
        RequestID = RequestID === undefined ? value : repeated
        break
      case 'RequestId':
        RequestId = RequestId === undefined ? value : repeated
        break
    }
    start = end + 1
  }
  return { SdkAppid, CallbackCommand, contenttype, ClientIP, OptPlatform, RequestID, RequestId }
}
