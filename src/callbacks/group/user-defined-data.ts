import * as t from 'io-ts'
import { record, type JsonCodec } from '../../codec'

const userDefinedData = record('UserDefinedData', {
  /** Its name, as the app has defined it. */
  Key: t.string,
  /** Its value. */
  Value: t.string
})

/** A custom field of a group or of a topic. */
export interface UserDefinedData extends t.TypeOf<typeof userDefinedData> {}
export const UserDefinedData: JsonCodec<UserDefinedData> = userDefinedData
