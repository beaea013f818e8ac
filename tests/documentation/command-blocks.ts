import { snippetOf } from '../../src/reference/snippet'
import { readReference } from '../support/reference'
import type { Block } from './blocks'

/** Sends the example of a command to the handler before it. */
const sending = (name: string): string => `
import assert from 'node:assert/strict'
import { exampleRequest } from 'tencent-im-callbacks/testing'

const answer = await handle(exampleRequest(${name}))
assert(${name}.replyCodec().is(answer) && answer.ActionStatus === 'OK', JSON.stringify(answer))
`

/** What the page of each command gives to paste, and a request for it. */
export const blocksOfCommands: ReadonlyArray<Block> = readReference().commands.map((command) => ({
  file: `commands/${command.name}`,
  line: 1,
  code: snippetOf(command) + sending(command.name)
}))
