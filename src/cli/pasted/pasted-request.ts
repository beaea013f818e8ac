/** A request that was found in a text. */
export interface PastedRequest {
  readonly method: string | undefined
  readonly url: string
  /** Text or bytes, or the value that was in a line of JSON; `undefined` where the text does not hold the body. */
  readonly body: unknown
}
