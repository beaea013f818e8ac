import { TextElem, textOf, type MessageReply, type MsgBody, type Reply } from 'tencent-im-callbacks'

const actions = ['drop', 'refuse', 'replace'] as const
type Action = (typeof actions)[number]
export type Decision = Action | 'allow'

/** For each action, a pattern that finds its words. */
export type Words = Readonly<Record<Action, RegExp>>

const literally = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** Reads a list of words: an action and a word in each line. The error names the line that has none. */
export const readWords = (list: string): Words => {
  const words: Record<Action, Array<string>> = { drop: [], refuse: [], replace: [] }
  for (const [index, line] of list.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const [, name, word] = /^\s*(\S+)\s+(.*\S)/.exec(line) ?? []
    const action = actions.find((one) => one === name)
    if (action === undefined || word === undefined) {
      throw new Error(`Line ${String(index + 1)} of the word list must be replace, refuse or drop, and a word`)
    }
    words[action].push(literally(word))
  }
  // Without words, a pattern that nothing matches.
  const pattern = (action: Action): RegExp => new RegExp(words[action].join('|') || '(?!)', 'iu')
  return { drop: pattern('drop'), refuse: pattern('refuse'), replace: pattern('replace') }
}

/**
 * What becomes of a message: the first action for which it has a word, or `allow`. Asking a service of your own instead
 * is one `await` away.
 */
export const decide = (words: Words, body: MsgBody): Decision => {
  const text = textOf(body)
  return actions.find((action) => words[action].test(text)) ?? 'allow'
}

const masked = (words: Words, body: MsgBody): MsgBody => {
  const pattern = new RegExp(words.replace, 'giu')
  const mask = (text: string): string => text.replaceAll(pattern, (word) => word.replaceAll(/./gsu, '*'))
  return body.map((element) =>
    TextElem.is(element)
      ? { ...element, MsgContent: { ...element.MsgContent, Text: mask(element.MsgContent.Text) } }
      : element
  )
}

/** The answer to a decision. `code` reaches the sender's client, so it is one of the range of the command. */
export const answer = (decision: Decision, words: Words, body: MsgBody, reply: MessageReply, code: number): Reply => {
  switch (decision) {
    case 'drop':
      return reply.drop()
    case 'refuse':
      return reply.refuse('The message has a word that is not allowed here', code)
    case 'replace':
      return reply.replace({ MsgBody: masked(words, body) })
    case 'allow':
      return reply.allow()
  }
}
