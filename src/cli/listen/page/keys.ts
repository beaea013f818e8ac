export type KeyCommand = 'next' | 'previous' | 'first' | 'last' | 'replay' | 'edit' | 'filter' | 'leave'

const commands: ReadonlyMap<string, KeyCommand> = new Map([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['r', 'replay'],
  ['e', 'edit'],
  ['/', 'filter'],
  ['Escape', 'leave']
])

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a key means. While somebody types, only Escape means something. */
export const keyCommand = ({ key, ctrlKey, metaKey, altKey }: Pressed, isTyping: boolean): KeyCommand | undefined => {
  if (ctrlKey || metaKey || altKey || (isTyping && key !== 'Escape')) return undefined
  return commands.get(key)
}

/** Which one of a list is chosen after a key. */
export const chosenAfter = (
  command: KeyCommand,
  shown: ReadonlyArray<{ readonly id: number }>,
  chosen: number | undefined
): number | undefined => {
  const place = shown.findIndex(({ id }) => id === chosen)
  switch (command) {
    case 'next':
      return (shown[place + 1] ?? shown.at(-1))?.id
    case 'previous':
      return shown[Math.max(place - 1, 0)]?.id
    case 'first':
      return shown[0]?.id
    case 'last':
      return shown.at(-1)?.id
    default:
      return chosen
  }
}
