import { isLeft, left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { guard } from '../codec/guard'
import { isNonEmptyText, nonEmptyText } from '../codec/non-empty-text'
import { record } from '../codec/record'
import type { InvalidParameters } from '../error'
import { issuesFrom, repeated } from '../issue'
import { excerpt } from '../text'
import { ClientIp } from '../values/client-ip'
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

/** The value of a parameter, {@link repeated} if it has several, `undefined` if it has none. */
const only = ({ names, values }: Query, name: string): unknown => {
  const first = names.indexOf(name)
  if (first < 0) return undefined
  // `null` counts as given.
  return names.includes(name, first + 1) ? repeated : (values[first] ?? null)
}

/** What is informational never costs an event: what makes no sense is left out. */
const printable = (value: unknown, length: number): string | undefined =>
  isNonEmptyText(value) && value.length <= length && /^[\x20-\x7e]*$/.test(value) ? excerpt(value, length) : undefined

/** Parameters that nobody has seen yet. */
export type WritableParameters = { -readonly [K in keyof UrlParameters]: UrlParameters[K] }

/** Reads and checks all parameters, so that everything that is wrong with them is said at once. */
export const readUrlParameters = (query: Query): Either<InvalidParameters, WritableParameters> => {
  const SdkAppid = only(query, 'SdkAppid')
  const CallbackCommand = only(query, 'CallbackCommand')
  const given = only(query, 'contenttype')
  const contenttype = given === '' ? undefined : given

  const sdkAppId = SdkAppId.decode(SdkAppid)
  if (isLeft(sdkAppId) || !command.is(CallbackCommand) || !(contenttype === undefined || contentType.is(contenttype))) {
    const errors = urlParameters.decode({ SdkAppid, CallbackCommand, contenttype })
    return left({ _tag: 'InvalidParameters', ...issuesFrom(isLeft(errors) ? errors.left : [], 'the URL') })
  }

  const parameters: WritableParameters = { SdkAppid: sdkAppId.right, CallbackCommand }
  if (contenttype !== undefined) parameters.contenttype = contenttype
  const address = printable(only(query, 'ClientIP'), 45)
  if (ClientIp.is(address)) parameters.ClientIP = address
  const platform = printable(only(query, 'OptPlatform'), 64)
  if (OptPlatform.is(platform)) parameters.OptPlatform = platform
  return right(parameters)
}

/*#__NO_SIDE_EFFECTS__*/
function codec(): t.Type<UrlParameters, t.OutputOf<typeof urlParameters>> {
  return new t.Type(
    'UrlParameters',
    (u): u is UrlParameters => urlParameters.is(u),
    (u, context) => {
      const parameters = readUrlParameters(queryFrom(u))
      if (parameters._tag === 'Right') return t.success(parameters.right)
      return t.failures(
        parameters.left.issues.map(({ path, message }) => ({
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

/**
 * The id that the backend gives some requests. No page of Chat documents it, yet real requests have carried one.
 */
export const requestIdIn = (query: Query): string | undefined =>
  printable(only(query, 'RequestID'), 128) ?? printable(only(query, 'RequestId'), 128)
