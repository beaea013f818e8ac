import { left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { guarded } from '../codec/guarded'
import { isNonEmptyText, nonEmptyText } from '../codec/non-empty-text'
import { record } from '../codec/record'
import type { InvalidParameters } from '../error'
import { codeOf, issue, issuesWith, type Issue } from '../issue'
import { ClientIp, isClientIp } from '../values/client-ip'
import { OptPlatform } from '../values/opt-platform'
import { SdkAppId, sdkAppIdFromDigits } from '../values/sdk-app-id'
import { repeated, type DocumentedValues } from './documented-values'
import { queryFrom } from './query'

const json = /^json$/i

const contentType = /*#__PURE__*/ guarded<string, string>(
  'json',
  (u): u is string => typeof u === 'string' && json.test(u)
)

const wire = /*#__PURE__*/ record(
  'UrlParameters',
  { SdkAppid: SdkAppId, CallbackCommand: /*#__PURE__*/ nonEmptyText<string>('CallbackCommand') },
  { contenttype: contentType, ClientIP: ClientIp, OptPlatform }
)

/**
 * The documented URL parameters of a callback, and no others. `ClientIP` and `OptPlatform` are informational: what does
 * not make sense there is left out.
 *
 * @category values
 * @since 0.1.0
 */
export interface UrlParameters extends t.TypeOf<typeof wire> {}

/**
 * @category values
 * @since 0.1.0
 */
export interface UrlParametersC extends t.Type<UrlParameters, t.OutputOf<typeof wire>> {}

type Writable<A> = { -readonly [K in keyof A]: A[K] }

/** Reads and checks all parameters, so that everything that is wrong with them is said at once. */
export const readUrlParameters = (values: DocumentedValues): Either<InvalidParameters, UrlParameters> => {
  const found: Array<Issue> = []
  const report = (name: string, code: Issue['code'], expected: string): void => {
    found.push(issue([name], name, code, expected))
  }
  /** The text of a parameter, or empty text where there is none. */
  const read = (value: unknown, name: string, expected: string, isRequired = false): string => {
    if (isNonEmptyText(value)) return value
    const code = value === repeated ? 'repeated' : codeOf(value)
    if (isRequired || code === 'repeated' || code === 'malformed') report(name, code, expected)
    return ''
  }

  const digits = read(values.SdkAppid, 'SdkAppid', 'SdkAppId', true)
  const sdkAppId = sdkAppIdFromDigits(digits)
  if (digits !== '' && sdkAppId === undefined) report('SdkAppid', 'malformed', 'SdkAppId')
  const command = read(values.CallbackCommand, 'CallbackCommand', 'a command', true)
  const contenttype = read(values.contenttype, 'contenttype', 'json')
  if (contenttype !== '' && contenttype !== 'json' && !contentType.is(contenttype)) {
    report('contenttype', 'malformed', 'json')
  }
  const clientIp = read(values.ClientIP, 'ClientIP', 'ClientIp')
  const optPlatform = read(values.OptPlatform, 'OptPlatform', 'OptPlatform')

  if (sdkAppId === undefined || found.length > 0) {
    return left({ _tag: 'InvalidParameters', ...issuesWith('the URL', 'UrlParameters', found) })
  }
  const parameters: Writable<UrlParameters> = { SdkAppid: sdkAppId, CallbackCommand: command }
  if (contenttype !== '') parameters.contenttype = contenttype
  if (isClientIp(clientIp)) parameters.ClientIP = clientIp
  if (OptPlatform.is(optPlatform)) parameters.OptPlatform = optPlatform
  return right(parameters)
}

/** The id that some of Tencent's products give a request, to tell a retry by. Chat's own callbacks are not known to. */
export const readRequestId = ({ RequestID, RequestId }: DocumentedValues): string | undefined =>
  [RequestID, RequestId].find(isNonEmptyText)

/**
 * Decodes a query string, a `URLSearchParams` or the record that a framework made of one, and encodes to a record of
 * texts.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category values
 * @since 0.1.0
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
export const UrlParameters: UrlParametersC = /*#__PURE__*/ new t.Type(
  'UrlParameters',
  (u): u is UrlParameters => wire.is(u),
  (u, context) => {
    const parameters = readUrlParameters(queryFrom(u).documented)
    if (parameters._tag === 'Right') return t.success(parameters.right)
    return t.failures(
      parameters.left.issues.map(({ path, message }) => ({
        value: u,
        context: [...context, { key: path.join(), type: wire }],
        message
      }))
    )
  },
  (parameters) => wire.encode(parameters)
)
