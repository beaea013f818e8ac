/** Whether a body is compressed, by its Content-Encoding. It is never inflated: a small one can become a huge one. */
export const isCompressed = (contentEncoding: string | null | undefined): boolean =>
  !/^(?:identity)?$/i.test(contentEncoding ?? '')
