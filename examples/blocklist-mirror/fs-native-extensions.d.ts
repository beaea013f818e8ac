declare module 'fs-native-extensions' {
  /** Locks an open file for whoever opened it, and tells whether it could. */
  export const tryLock: (file: number) => boolean
}
