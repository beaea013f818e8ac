import type * as t from 'io-ts'

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
  unknown: 'anything',
  UserId: 'UserId',
  OperatorAccount: 'UserId, or empty',
  GroupId: 'GroupId',
  OfficialAccountId: 'OfficialAccountId',
  MsgKey: 'MsgKey',
  // Of the packet that need not name it.
  CallbackCommand: 'text'
}

const withoutArticles = (expected: string): string =>
  expected
    .replaceAll(/\ban? /g, '')
    .replaceAll('non-empty string', 'text')
    .replaceAll('string', 'text')

/** The type of a field for a reader who knows JSON: the values of a codec in words. */
export const typeWords = (codec: t.Mixed): string => {
  if ('item' in codec) return `list of ${typeWords(codec.item as t.Mixed)}`
  if ('props' in codec) return codec.name
  if ('words' in codec) return `text: ${(codec.words as ReadonlyArray<string>).join(', ')}`
  if ('value' in codec) return `text: ${String(codec.value)}`
  const known = words[codec.name]
  if (known !== undefined) return known
  if ('expected' in codec) return withoutArticles(String(codec.expected))
  throw new Error(`There are no words for ${codec.name}`)
}
