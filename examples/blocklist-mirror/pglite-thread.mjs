// JavaScript, since a thread starts without the loader that its process has for TypeScript.
import { PGlite } from '@electric-sql/pglite'
import { parentPort, workerData } from 'node:worker_threads'

const opened = PGlite.create(String(workerData), { relaxedDurability: false })

/** @type {(question: import('./pglite').Question) => Promise<ReadonlyArray<import('./database').Row>>} */
const work = async (question) => {
  const pglite = await opened
  if (question === 'close') await pglite.close()
  if (typeof question === 'string') return []
  /** @type {import('@electric-sql/pglite').Results<import('./database').Row>} */
  const { rows } = await pglite.query(question.sql, [...question.parameters])
  return rows
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
