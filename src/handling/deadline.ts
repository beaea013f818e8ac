/** How long Tencent waits for an answer, in milliseconds. */
export const tencentWaits = 2000

/** Stands for what a promise has not given in time. */
export const late: unique symbol = Symbol('late')

/** What a promise gives, or {@link late}. The timer does not outlive it, so that a process can end. */
export const within = async <A>(milliseconds: number, promise: Promise<A>): Promise<A | typeof late> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => {
      resolve(late)
    }, milliseconds)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
