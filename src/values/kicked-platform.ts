import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of a {@link KickedPlatform} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface KickedPlatformBrand {
  readonly KickedPlatform: symbol
}

/**
 * The documented platforms of devices that a login can end.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownKickedPlatform = 'iOS' | 'Android' | 'Web' | 'Windows' | 'iPad' | 'Mac' | 'Linux'

/**
 * The platform of a device that was logged out, since its user logged in elsewhere. The set is open:
 * documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type KickedPlatform = KnownKickedPlatform | t.Branded<string, KickedPlatformBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category values
 * @since 0.1.0
 */
export const KickedPlatform: t.Type<KickedPlatform, string> =
  /*#__PURE__*/ nonEmptyText<KickedPlatform>('KickedPlatform')
