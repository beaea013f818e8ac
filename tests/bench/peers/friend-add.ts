import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { account, ajvPeer, compiler } from './ajv'
import type { CheckedPacket } from './protocol'
import { Account, typeboxPeer } from './typebox'

const command = 'Sns.CallbackFriendAdd'
const safe = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }

const Packet = Compile(
  Type.Object({
    CallbackCommand: Type.Literal(command),
    PairList: Type.Array(Type.Object({ From_Account: Account, To_Account: Account, Initiator_Account: Account })),
    ClientCmd: Account,
    Admin_Account: Type.String(),
    ForceFlag: Type.Integer(safe)
  })
)

const isPacket = compiler.compile<CheckedPacket>({
  type: 'object',
  required: ['CallbackCommand', 'PairList', 'ClientCmd', 'Admin_Account', 'ForceFlag'],
  properties: {
    CallbackCommand: { const: command },
    PairList: {
      type: 'array',
      items: {
        type: 'object',
        required: ['From_Account', 'To_Account', 'Initiator_Account'],
        properties: { From_Account: account, To_Account: account, Initiator_Account: account }
      }
    },
    ClientCmd: account,
    Admin_Account: { type: 'string' },
    ForceFlag: { type: 'integer', ...safe }
  }
})

/** The two that compile their schemas, for friend-add packets. */
export const friendAddPeers = { typebox: typeboxPeer(command, Packet), ajv: ajvPeer(command, isPacket) }
