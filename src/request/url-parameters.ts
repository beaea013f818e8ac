import { left, right } from 'fp-ts/Either'
import type { Either, Left } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { guard } from '../codec/guard'
import { nonEmptyText } from '../codec/non-empty-text'
import { record } from '../codec/record'
import type { InvalidParameters } from '../error'
import { issuesFrom, repeated } from '../issue'
import { excerpt } from '../text'
import { ClientIp } from '../values/client-ip'
import { numberFromDigits } from '../values/digits'
import { OptPlatform } from '../values/opt-platform'
import { SdkAppId } from '../values/sdk-app-id'
import { queryFrom, type Query } from './query'

const contentType = guard<string>('contenttype', 'json', (u): u is string => typeof u === 'string' && /^json$/i.test(u))

const command = nonEmptyText<string>('CallbackCommand')

const urlParameters = record(
  'UrlParameters',
  {
    /** The app that the callback is for. */
    SdkAppid: SdkAppId,
    /** The command, which the packet repeats. */
    CallbackCommand: command
  },
  {
    /** `json`, in any letter case. */
    contenttype: contentType,
    /** The address of the client that caused the callback. Left out if it is not an address. */
    ClientIP: ClientIp,
    /** The platform of that client. Left out if it is not a word of at most 64 printable characters. */
    OptPlatform
  }
)

/** The documented URL parameters of a callback, and no others: no signature and none of the app's own. */
export interface UrlParameters extends t.TypeOf<typeof urlParameters> {}

const known: ReadonlyArray<unknown> = [
  'SdkAppid',
  'CallbackCommand',
  'contenttype',
  'ClientIP',
  'OptPlatform',
  'RequestID',
  'RequestId'
]

/** The values of the {@link known} parameters, in this order: {@link repeated} where there are several. */
const knownIn = (query: Query): ReadonlyArray<unknown> => {
  const values = known.map((): unknown => undefined)
  for (let i = 0; i < query.length; i += 2) {
    const place = known.indexOf(query[i])
    // `null` counts as given.
    if (place >= 0) values[place] = values[place] === undefined ? (query[i + 1] ?? null) : repeated
  }
  return values
}

const upTo64 = /^[\x20-\x7e]{1,64}$/
const upTo128 = /^[\x20-\x7e]{1,128}$/

/** What is informational never costs an event: what makes no sense is left out. */
const printable = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? excerpt(value, value.length) : undefined

/** What is read of a URL. Nobody has seen it yet, so that the command can be exchanged for an equal text. */
export interface ReadUrl {
  readonly parameters: { -readonly [K in keyof UrlParameters]: UrlParameters[K] }
  /** The id that the backend gives some requests. No page of Chat documents it, yet real requests have carried one. */
  readonly requestId: string | undefined
}

/** Reads and checks all parameters, so that everything that is wrong with them is said at once. */
export const readUrl = (query: Query): Either<InvalidParameters, ReadUrl> => {
  const [SdkAppid, CallbackCommand, type, ClientIP, platform, RequestID, RequestId] = knownIn(query)
  const contenttype = type === '' ? undefined : type

  const sdkAppId = numberFromDigits(SdkAppid)
  if (
    !SdkAppId.is(sdkAppId) ||
    !command.is(CallbackCommand) ||
    !(contenttype === undefined || contentType.is(contenttype))
  ) {
    // The codec has the same rules, and says which of them are broken.
    const wrong = urlParameters.decode({ SdkAppid, CallbackCommand, contenttype }) as Left<t.Errors>
    return left({ _tag: 'InvalidParameters', ...issuesFrom(wrong.left, 'the URL') })
  }

  const parameters: ReadUrl['parameters'] = { SdkAppid: sdkAppId, CallbackCommand }
  if (contenttype !== undefined) parameters.contenttype = contenttype
  if (ClientIp.is(ClientIP)) parameters.ClientIP = excerpt(ClientIP, ClientIP.length) as ClientIp
  const optPlatform = printable(platform, upTo64)
  if (OptPlatform.is(optPlatform)) parameters.OptPlatform = optPlatform
  return right({ parameters, requestId: printable(RequestID, upTo128) ?? printable(RequestId, upTo128) })
}

/*#__NO_SIDE_EFFECTS__*/
function codec(): t.Type<UrlParameters, t.OutputOf<typeof urlParameters>> {
  return new t.Type(
    'UrlParameters',
    (u): u is UrlParameters => urlParameters.is(u),
    (u, context) => {
      const url = readUrl(queryFrom(u))
      if (url._tag === 'Right') return t.success(url.right.parameters)
      return t.failures(
        url.left.issues.map(({ path, message }) => ({
          value: u,
          context: [...context, { key: path.join(), type: urlParameters }],
          message
        }))
      )
    },
    (parameters) => urlParameters.encode(parameters)
  )
}

/**
 * Decodes a query string, a `URLSearchParams` or the object that a framework made of one. Encodes to an object of
 * strings.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34361
 * @example
 * import assert from 'node:assert/strict'
 * import { right } from 'fp-ts/lib/Either.js'
 * import { UrlParameters } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(
 *   UrlParameters.decode('SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&OptPlatform=iOS&mine=1'),
 *   right({ SdkAppid: 1400000000, CallbackCommand: 'Sns.CallbackBlackListAdd', OptPlatform: 'iOS' })
 * )
 */
export const UrlParameters = codec()
