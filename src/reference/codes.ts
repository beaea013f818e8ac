import type { CommandReference } from './reference'

/** The codes that an app may choose for a refusal, from the first to the last. */
export type Codes = readonly [from: number, to: number]

const codesByFamily: Readonly<Record<string, Codes>> = {
  Sns: [38000, 39000],
  C2C: [120001, 130000],
  Group: [10100, 10200],
  OfficialAccount: [120001, 130000]
}

/** The codes of a command that can be refused with one. */
export const codesOf = ({ family, reply }: CommandReference): Codes | undefined =>
  reply === 'Acknowledge' || reply === 'SignalReply' || reply === 'SubscribersReply'
    ? undefined
    : codesByFamily[family.id]
