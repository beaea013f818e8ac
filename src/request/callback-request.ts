/**
 * What a server hands over: the requests of Express, Fastify and Nest fit as they are, and so do
 * `{ url, body }` and `{ query, body }` taken from any other server.
 *
 * @category parsing
 * @since 0.1.0
 */
export type CallbackRequest = {
  /** Checked where it is given. */
  readonly method?: string | undefined
  /** Text, bytes (`Uint8Array`, so `Buffer`; `ArrayBuffer`), or the JSON value that a body parser made of them. */
  readonly body: unknown
  /** A fetch `Request` does not fit: its body has to be read first. */
  readonly bodyUsed?: never
} & (
  | {
      /** Absolute, or path and query as in node's `req.url`, or a `URL`. It wins over `query`. */
      readonly url: string | { readonly href: string } | undefined
    }
  | {
      /** A query string, a `URLSearchParams`, or the record that a framework made of it. */
      readonly query: unknown
    }
)
