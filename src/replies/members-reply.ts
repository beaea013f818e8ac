import type { AwaitingCallback } from '../callback'
import { guard } from '../codec/guard'
import { list } from '../codec/list'
import { capped } from '../text'
import { UserId } from '../values/user-id'
import { allowed, answerWith, errorCode, ownRefusal, type CodeRange } from './answer'
import { defineReply, type Reply, type ReplyDefinition } from './reply'

/** The ways to answer a callback that asks whether several users may subscribe. The command has no codes of the app's own. */
export interface SubscribersReply {
  /** Lets all of them in. */
  readonly allow: () => Reply
  /**
   * Lets all of them in but these.
   *
   * @throws TypeError if one of them is not among those whom the callback names.
   */
  readonly allowExcept: (accounts: ReadonlyArray<string>) => Reply
  /** Lets nobody in. */
  readonly refuse: (errorInfo?: string) => Reply
}

/** The ways to answer a callback that asks whether several users may become members. */
export interface MembersReply extends SubscribersReply {
  /**
   * Lets nobody in. Only with a `code` of the command's own range do code and `errorInfo` reach the client.
   *
   * @throws TypeError if `code` is outside that range.
   */
  readonly refuse: (errorInfo?: string, code?: number) => Reply
}

/** More characters of an account than an error shows. */
const maxNameLength = 100

/** The accounts that are not let in. Where the callback is known, it must have named them. */
const refusedAccounts = (accountsNamed: ReadonlyArray<string> | undefined) => {
  const accounts = list(UserId)
  const named = accountsNamed && new Set(accountsNamed)
  return guard(
    'RefusedAccounts',
    'a list of accounts that the callback names',
    (u): u is ReadonlyArray<UserId> =>
      accounts.is(u) && (named === undefined || u.every((account) => named.has(account)))
  )
}

/** `field` is where the refused accounts go, and `accountsOf` finds those whom a callback names. */
/*#__NO_SIDE_EFFECTS__*/
export function membersReply<A extends AwaitingCallback>(
  field: 'RefusedMembers_Account' | 'RefusedSubscribers_Account',
  accountsOf: (callback: A) => ReadonlyArray<string>,
  range?: CodeRange
): ReplyDefinition<A, MembersReply> {
  const codec = (callback?: A) =>
    answerWith(errorCode([0, 1], range), { [field]: refusedAccounts(callback && accountsOf(callback)) })
  return defineReply(codec, (reply, callback) => ({
    allow: () => reply(allowed),
    allowExcept: (accounts) =>
      reply(() => {
        // Left out, they would let all in.
        const given: unknown = accounts
        if (!Array.isArray(given)) throw new TypeError('accounts must be a list of accounts')
        const named = new Set(accountsOf(callback))
        const stranger = given.find((account) => !named.has(account as string)) as unknown
        // The codec refuses all that is not an account.
        if (typeof stranger === 'string') {
          const account = capped(JSON.stringify(stranger), maxNameLength)
          throw new TypeError(`The callback does not name the account ${account}`)
        }
        return { ...allowed, [field]: accounts }
      }),
    refuse: (errorInfo, code) => reply(() => ownRefusal(callback, errorInfo, code, range))
  }))
}
