/** Stands for what a promise has not given in time. */
export const late: unique symbol = Symbol('late')

/** What a promise gives, or {@link late}. The timer does not outlive it, so that a process can end. */
export const within = <A>(milliseconds: number, promise: Promise<A>): Promise<A | typeof late> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(late)
    }, milliseconds)
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer)
    })
  })
