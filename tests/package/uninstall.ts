import { rmSync } from 'node:fs'
import { consumers } from './consumer'

export default (): void => {
  rmSync(consumers(), { recursive: true, force: true })
}
