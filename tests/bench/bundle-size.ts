import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { here } from './project'

const programs: Readonly<Record<string, string>> = {
  floor: "export { floor } from './floor'",
  ours: "export { ours } from './ours'",
  'io-ts': "export { ioTs } from './peers/io-ts'",
  zod: "export { zod } from './peers/zod'",
  valibot: "export { valibot } from './peers/valibot'",
  arktype: "export { arktype } from './peers/arktype'",
  typebox: "export { typebox } from './peers/typebox'",
  ajv: "export { ajv } from './peers/ajv'"
}

const bundledBytes = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here, loader: 'ts' },
    write: false,
    bundle: true,
    tsconfigRaw: '{}',
    minify: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'es2022'
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

/** The bytes of the same program, minified and compressed, with each library in it. */
export const measureSizes = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(programs).map(async ([name, program]) => [name, await bundledBytes(program)] as const)
    )
  )
