import type { Family, Translated } from './reference'

const titles: Readonly<Record<string, Translated>> = {
  State: { en: 'Online status', zh: '在线状态' },
  Profile: { en: 'User profiles', zh: '用户资料' },
  Sns: { en: 'Friends and blocklists', zh: '关系链' },
  Follow: { en: 'Follows', zh: '关注' },
  C2C: { en: 'One-to-one messages', zh: '单聊消息' },
  Group: { en: 'Groups', zh: '群组' },
  Alert: { en: 'Alerts', zh: '告警' },
  ContentCallback: { en: 'Content moderation', zh: '内容审核' },
  Bot: { en: 'Bots', zh: '机器人' },
  Chatbot: { en: 'Chatbots', zh: '智能体' },
  OfficialAccount: { en: 'Official accounts', zh: '公众号' },
  Push: { en: 'Pushes', zh: '推送' }
}

/** The family of a command, which its wire name begins with. */
export const familyOf = (command: string): Family => {
  const id = command.replace(/\..*/, '')
  const title = titles[id]
  if (title === undefined) throw new Error(`The family of ${command} has no title`)
  return { id, title }
}
