// Claims the folders that it is given, says so, and keeps them until it is killed.
import { register } from 'tsx/esm/api'

register()
const { claimFolder } = await import('../../examples/shared/claim-folder.ts')
for (const folder of process.argv.slice(2)) claimFolder(folder)
process.send('claimed')
process.on('disconnect', () => process.exit())
