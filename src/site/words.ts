import type { Language } from '../reference/reference'

const english = {
  code: 'en',
  other: '中文',
  site: 'Callbacks of Tencent Cloud Chat',
  about:
    'Typed functions for the callbacks (webhooks) of Tencent Cloud Chat (IM). All 61 commands are verified, parsed and answered in your own backend.',
  search: 'Command, field or function',
  nothing: 'Nothing found',
  commands: 'Commands',
  api: 'API',
  assistants: 'For assistants',
  before: 'before the event',
  after: 'after the event',
  fields: 'Fields',
  field: 'Field',
  type: 'Type',
  comment: 'What it is',
  required: 'required',
  optional: 'optional',
  example: 'Example packet',
  answer: 'How to answer',
  paste: 'To paste',
  pages: "Tencent's pages",
  pageEn: 'in English',
  pageZh: 'in Chinese',
  more: 'Types and functions in the API'
}

/** What the pages say around the reference. */
export const words: Readonly<Record<Language, typeof english>> = {
  en: english,
  zh: {
    code: 'zh-CN',
    other: 'English',
    site: '腾讯云即时通信 IM 第三方回调',
    about:
      '腾讯云即时通信 IM 第三方回调（webhook）的 TypeScript 库：全部 61 个回调命令，在你自己的后台校验、解析和应答。',
    search: '命令字、字段、函数或中文名',
    nothing: '没有找到',
    commands: '回调命令',
    api: 'API',
    assistants: '给 AI 助手',
    before: '事件之前',
    after: '事件之后',
    fields: '字段',
    field: '字段',
    type: '类型',
    comment: '说明',
    required: '必有',
    optional: '可选',
    example: '请求包示例',
    answer: '如何应答',
    paste: '可直接使用的代码',
    pages: '腾讯云文档',
    pageEn: '英文',
    pageZh: '中文',
    more: 'API 中的类型和函数'
  }
}
