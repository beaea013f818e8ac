/**
 * What a server hands over. The request objects of Express, Fastify and Nest fit as they are, and so does
 * `{ url, body }` or `{ query, body }` taken from any other server.
 */
export type CallbackRequest = {
  /** Checked where it is given. */
  readonly method?: string | undefined
  /**
   * Text, bytes (`Uint8Array`, so `Buffer`; `ArrayBuffer`), or the JSON value that a body parser made of them, which is
   * read as JSON makes it: proxies and lists with holes are for nobody to hand over.
   */
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
