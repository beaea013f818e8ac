/** What `send` and `check` say of requests that were sent twice: the app may have got them twice. */
export const secondTries = (count: number): string =>
  count === 0
    ? ''
    : `${String(count)} sent twice: the server closed a kept connection as it was used again, before any answer\n`
