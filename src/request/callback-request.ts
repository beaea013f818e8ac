/**
 * What a server hands over. The request objects of Express, Fastify and Nest fit as they are, and so does
 * `{ url, body }` or `{ query, body }` taken from any other server.
 */
export type CallbackRequest = {
  /** Checked if it is given. */
  readonly method?: string | undefined
  /**
   * Text, bytes (`Uint8Array`, such as `Buffer`, or `ArrayBuffer`), or the JSON value that a body parser made of them.
   * It must be what `JSON.parse` returns: proxies and lists with holes are not supported.
   */
  readonly body: unknown
  /** A fetch `Request` does not fit, and TypeScript says this. */
  readonly bodyUsed?: 'Read the body of a Request first, or use fetchHandler'
} & (
  | {
      /** An absolute URL, path and query as in node's `req.url`, or a `URL` object. It wins over `query`. */
      readonly url: string | { readonly href: string } | undefined
    }
  | {
      /** A query string, a `URLSearchParams`, or the object that a framework made of it. */
      readonly query: unknown
    }
)
