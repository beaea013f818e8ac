import { isObject } from '../codec/json-object'

// Of the registry, since the error may come from another copy of this library.
const mark = /* @__PURE__ */ Symbol.for('tencent-im-callbacks/wrong-reply')

/**
 * The error of a reply that cannot be built. It says that somebody wanted anything but to allow: `allow()` cannot go
 * wrong. So it must not end in an event that nobody wanted to happen.
 */
export const wrongReply = (message: string): TypeError =>
  Object.defineProperty(new TypeError(message), mark, { value: true })

export const isWrongReply = (error: unknown): boolean => isObject(error) && mark in error
