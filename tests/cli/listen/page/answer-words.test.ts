import { describe, expect, it } from '@jest/globals'
import { answerWords } from '../../../../src/cli/listen/page/answer-words'
import { answer, okBody } from './kept'

describe('answerWords', () => {
  it.each([
    [200, okBody, 'OK'],
    [200, '{"ActionStatus":"OK","ErrorCode":10100}', 'OK 10100'],
    [200, '{"ActionStatus":"FAIL","ErrorCode":1}', 'FAIL 1'],
    [200, '{"ActionStatus":"FAIL"}', 'FAIL'],
    [200, '{"ActionStatus":"\u202e"}', 'HTTP 200'],
    [200, 'null', 'HTTP 200'],
    [200, 'OK', 'HTTP 200'],
    [0, '', '–'],
    [502, okBody, 'HTTP 502']
  ])('says of %i %s: %s', (status, body, words) => {
    expect(answerWords(answer({ status, body }))).toBe(words)
  })
})
