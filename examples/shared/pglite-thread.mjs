// JavaScript, since a thread starts without the loader that its process has for TypeScript.
import { PGlite } from '@electric-sql/pglite'
import { parentPort, workerData } from 'node:worker_threads'

const opened = PGlite.create(String(workerData), { relaxedDurability: false })

/** @type {(question: import('./pglite').Question) => Promise<ReadonlyArray<unknown>>} */
const work = async (question) => {
  const pglite = await opened
  if (question === 'close') await pglite.close()
  if (typeof question === 'string') return []
  const { sql, parameters } = question
  if (parameters.length > 0) {
    /** @type {import('@electric-sql/pglite').Results<import('./database').Row>} */
    const { rows } = await pglite.query(sql, [...parameters])
    return rows
  }
  try {
    return (await pglite.exec(sql)).at(-1)?.rows ?? []
  } catch (problem) {
    // Of several statements, one may have begun a transaction.
    await pglite.exec('rollback')
    throw problem
  }
}

/** @type {(question: import('./pglite').Question) => Promise<import('./pglite').Answer>} */
const answer = async (question) => {
  try {
    return { rows: await work(question) }
  } catch (problem) {
    // An error would lose its code on the way to the other thread.
    const { message, code } = /** @type {{ message: string, code?: string }} */ (problem)
    return { problem: { message, code } }
  }
}

parentPort?.on('message', (/** @type {import('./pglite').Question} */ question) => {
  void answer(question).then((given) => parentPort?.postMessage(given))
})
