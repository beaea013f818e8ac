import type { EggAppInfo } from 'egg'

export default ({ baseDir }: EggAppInfo) => ({
  keys: 'keys',
  // Not in the home folder.
  logger: { dir: `${baseDir}/logs` },
  // The other routes are tried without a browser. Ours is protected like any other.
  security: { csrf: { ignore: ['/echo'] } }
})
