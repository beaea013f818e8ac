/** Prints one line of JSON. What came from outside cannot begin another line, or move a terminal's cursor. */
export const log = (level: 'info' | 'warn' | 'error', message: string, details: object = {}): void => {
  console.log(lineOf({ time: new Date().toISOString(), level, message, ...details }))
}

export const lineOf = (value: object): string =>
  JSON.stringify(value).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'))
      .join('')
  )

/** What a log or a dead letter says of what was thrown. */
export const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))
