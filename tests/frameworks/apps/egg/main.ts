import { startEgg } from 'egg'

const app = await startEgg({ baseDir: import.meta.dirname, env: 'prod' })
const server = app.callback()
const { createServer } = await import('node:http')
createServer(server).listen(Number(process.env.PORT), '127.0.0.1')
