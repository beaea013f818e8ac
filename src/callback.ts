import type * as t from 'io-ts'
import type { CommandOf } from './codec/packet'
import type { UrlParameters } from './request/url-parameters'

/** The brand of {@link Callback}. */
export interface CallbackBrand {
  readonly Callback: symbol
}

/** The brand of {@link AwaitingCallback}. */
export interface AwaitingCallbackBrand extends CallbackBrand {
  readonly AwaitingCallback: symbol
}

/**
 * A callback that was parsed: its request was for your SDKAppID, URL and packet named this command, and the packet has
 * the documented shape. Only parsing makes one: an object literal does not pass for it.
 */
export interface Callback<
  Packet = unknown,
  Command extends string = CommandOf<Packet>,
  Brand extends CallbackBrand = CallbackBrand
> extends t.Brand<Brand> {
  /** TypeScript narrows a union of callbacks by it. */
  readonly command: Command
  /** The documented URL parameters. They hold no signature, and are safe to log. */
  readonly parameters: UrlParameters
  /** What happened, under Tencent's own names. Fields that nobody documented are kept. */
  readonly packet: Packet
  /**
   * The URL parameter `RequestID`, else `RequestId`. No page of Chat documents it, yet real requests have carried one. It
   * is not signed, and whether a retry repeats it is not known: do not rely on it to recognise duplicates.
   */
  readonly requestId?: string
}

/**
 * A callback whose sender waits for a reply of its own, so that OK or FAIL alone does not answer it: all commands that
 * come before their event, and the chatbot's signal. `responseTo` does not take it; `definition.reply(callback)` does.
 */
export interface AwaitingCallback<Packet = unknown, Command extends string = CommandOf<Packet>> extends Callback<
  Packet,
  Command,
  AwaitingCallbackBrand
> {}
