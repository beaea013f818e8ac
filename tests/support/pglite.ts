import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Database, Row } from '../../examples/blocklist-mirror/database'
import { printedBy, start } from './process'

interface Answer {
  readonly id: number
  readonly rows?: ReadonlyArray<Row>
  readonly problem?: { readonly message: string; readonly code?: string }
}

const asks = (child: ChildProcess): Database['query'] => {
  let last = 0
  return (sql, parameters) =>
    new Promise((resolve, reject) => {
      const id = ++last
      const onMessage = (answer: Answer) => {
        if (answer.id !== id) return
        child.off('message', onMessage).off('exit', onExit)
        if (answer.rows !== undefined) resolve(answer.rows)
        else reject(Object.assign(new Error(answer.problem?.message), answer.problem))
      }
      const onExit = () => {
        reject(new Error('The process of PGlite ended'))
      }
      child.setMaxListeners(0).on('message', onMessage).once('exit', onExit)
      child.send({ id, sql, parameters })
    })
}

/** The example's PGlite, in a process of its own. */
export const openPgliteProcess = async (folder: string): Promise<Database> => {
  const { child, ended } = start(process.execPath, ['--import', 'tsx', join(__dirname, 'pglite-process.ts'), folder])
  const query = asks(child)
  const close = async () => {
    child.kill('SIGTERM')
    await printedBy(ended)
  }
  try {
    await query('select 1')
  } catch (problem) {
    child.kill('SIGKILL')
    throw problem
  }
  return { query, close }
}
