import { GroupId, GroupType, MsgKey, OperatorAccount, OptPlatform, UserId } from '../../src'
import { describeValue } from '../support/value-rules'

const notText: ReadonlyArray<readonly [rule: string, value: unknown]> = [
  ['a number is refused', 7],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', ['leckie']],
  ['an object is refused', { UserID: 'leckie' }],
  ['a String object is refused', Object('leckie')]
]
const empty: readonly [rule: string, value: unknown] = ['the empty text is refused', '']

describeValue(UserId, {
  accepted: [
    ['one letter passes', 'a'],
    ['digits pass', '144115212830834855'],
    ['a system account passes', '@TLS#NOT_FOUND'],
    ['a bot passes', '@RBT#001'],
    ['a space passes', ' '],
    ['spaces around are kept', ' leckie '],
    ['any script passes', '用户'],
    ['half of a character passes', '\ud800'],
    ['any length passes', 'x'.repeat(10_000)]
  ],
  refused: [empty, ...notText]
})

describeValue(OperatorAccount, {
  accepted: [
    ['an account passes', 'leckie'],
    ['nobody in particular passes', '']
  ],
  refused: notText
})

describeValue(GroupId, { accepted: [['an id of any form passes', '@TGS#2J4SZEAEL']], refused: [empty, ...notText] })

describeValue(MsgKey, {
  accepted: [['a key of any form passes', '48374_2837_1557481126']],
  refused: [empty, ...notText]
})

describeValue(GroupType, {
  accepted: [
    ['a documented type passes', 'Public'],
    ['a new type passes', 'BChatRoom']
  ],
  refused: [empty, ...notText]
})

describeValue(OptPlatform, {
  accepted: [
    ['a documented platform passes', 'iOS'],
    ['a new platform passes', 'HarmonyOS'],
    ['another letter case passes', 'ANDROID']
  ],
  refused: [empty, ...notText]
})
