import * as t from 'io-ts'
import type { AwaitingCallback } from '../callback'
import { guard } from '../codec/guard'
import { list } from '../codec/list'
import { literal } from '../codec/literal'
import { record } from '../codec/record'
import { ignoreRejection, isPromise } from '../promise'
import { UserId } from '../values/user-id'
import { allowed, answer, errorCode, type AnswerFields } from './answer'
import { allowFriend, friendCodes, isWrongVerdict, refuseFriend, type FriendVerdict } from './friend-verdict'
import { doesMore } from './does-more'
import { defineReply, type Reply, type ReplyDefinition } from './reply'

/** The ways to answer a callback that asks about friends before they are added: one verdict for each of them. */
export interface FriendReply<Friend> {
  /**
   * Asks `judge` about every friend. Where it is asynchronous, so is the reply.
   *
   * @throws TypeError if it is not a function, or returns anything but `allowFriend()` or `refuseFriend(…)`.
   */
  each(judge: (friend: Friend) => FriendVerdict): Reply
  each(judge: (friend: Friend) => FriendVerdict | Promise<FriendVerdict>): Promise<Reply>
  /** Lets all of them be added. */
  allow(): Reply
  /**
   * Keeps all of them from being added.
   *
   * @throws TypeError if `code` is not an integer from 38000 to 39000. Without a code it is 38000.
   */
  refuse(errorInfo?: string, code?: number): Reply
}

interface JudgedFriend {
  readonly To_Account: UserId
}

const verdicts = list(
  record('ResultItem', { To_Account: UserId, ResultCode: errorCode([0], friendCodes), ResultInfo: t.string })
)

interface FriendAnswer extends AnswerFields {
  readonly ResultItem: ReadonlyArray<JudgedFriend & FriendVerdict>
}

/** One verdict for every friend. Where the callback is known, for each of its friends and for no other. */
const resultItem = (friends: ReadonlyArray<JudgedFriend> | undefined) => {
  const asked = friends?.map(({ To_Account }) => To_Account).sort()
  return guard(
    'ResultItem',
    'one verdict for every To_Account',
    (u): u is ReadonlyArray<JudgedFriend & FriendVerdict> => {
      if (!verdicts.is(u)) return false
      const judged = u.map(({ To_Account }) => To_Account).sort()
      return (
        asked === undefined || (asked.length === judged.length && asked.every((account, i) => account === judged[i]))
      )
    }
  )
}

const judgeMissing = (): never => {
  throw new TypeError('judge must be a function')
}

/** `friendsOf` finds those whom a callback asks about. */
/*#__NO_SIDE_EFFECTS__*/
export function friendReply<Friend extends JudgedFriend, A extends AwaitingCallback>(
  friendsOf: (callback: A) => ReadonlyArray<Friend>
): ReplyDefinition<A, FriendReply<Friend>> {
  const codec = (callback?: A) =>
    answer<FriendAnswer>(literal(0), { ResultItem: resultItem(callback && friendsOf(callback)) })
  return defineReply(codec, (reply, callback, onBuilt) => {
    const friends = friendsOf(callback)
    const answerOf = (given: ReadonlyArray<FriendVerdict>): FriendAnswer => {
      // The codec refuses what is not a verdict. Whoever it names, it is about the friend whom the judge was asked about.
      const ResultItem = friends.map(
        ({ To_Account }, i) => ({ ...given[i], To_Account }) as JudgedFriend & FriendVerdict
      )
      return { ...allowed, ResultItem }
    }

    // A refusal is told at once: that friend is not to be let in because another judgement fails or hangs.
    const noted = <Verdict>(verdict: Verdict): Verdict => {
      if (doesMore(verdict)) onBuilt(undefined)
      return verdict
    }
    const failed = (error: unknown): never => {
      if (isWrongVerdict(error)) onBuilt(undefined)
      throw error
    }
    /** Asks about all friends. What has been promised before it throws is not left to end the process. */
    const judgeAll = <Verdict>(judge: (friend: Friend) => Verdict): Array<Verdict> => {
      const given: Array<Verdict> = []
      try {
        for (const friend of friends) given.push(noted(judge(friend)))
        return given
      } catch (error) {
        for (const one of given) if (isPromise(one)) ignoreRejection(one)
        return failed(error)
      }
    }

    function each(judge: (friend: Friend) => FriendVerdict): Reply
    function each(judge: (friend: Friend) => FriendVerdict | Promise<FriendVerdict>): Promise<Reply>
    function each(judge: (friend: Friend) => FriendVerdict | Promise<FriendVerdict>): Reply | Promise<Reply> {
      if (typeof judge !== 'function') return reply(judgeMissing)
      const given = judgeAll(judge)
      if (!given.some(isPromise)) return reply(() => answerOf(given as ReadonlyArray<FriendVerdict>))
      const verdicts = given.map((verdict) => Promise.resolve(verdict).then(noted, failed))
      const later = Promise.all(verdicts).then((all) => reply(() => answerOf(all)))
      // Anyone who waits for it sees it fail. Where nobody does, it is not to end the process.
      ignoreRejection(later)
      return later
    }
    return {
      each,
      allow: () => reply(answerOf(friends.map(() => allowFriend()))),
      refuse: (errorInfo, code) => reply(() => answerOf(friends.map(() => refuseFriend(errorInfo, code))))
    }
  })
}
