import { serverFolders } from '../build/build-server.js'
import { ensurePortIsFree, findFreePort } from '../start/free-port.js'
import { untilAskedToStop } from '../start/stop-signals.js'
import { dim, say, seconds } from '../terminal/say.js'
import { createFrontServer } from './front-server.js'
import { ServerProcess } from './server-process.js'
import { watchSources } from './watch-sources.js'

/** `npm run dev`: as `npm start`, but the server restarts and the pages reload when their sources change. */
export async function run(): Promise<void> {
  const asked = untilAskedToStop()
  const port = Number(process.env.PORT || 3000)
  const host = process.env.HOST || '127.0.0.1'
  await ensurePortIsFree(port, host)

  const apiPort = await findFreePort()
  const address = `http://localhost:${port}`
  const api = new ServerProcess(apiPort, { VITE_URL: address, PUBLIC_URL: process.env.PUBLIC_URL || address })
  const front = await createFrontServer(apiPort, api)
  await front.listen(port, host)
  await api.restart(false)
  const unwatch = watchSources(serverFolders, (file) => void restart(api, file))

  await asked
  unwatch()
  await Promise.all([front.close(), api.stop()])
}

async function restart(api: ServerProcess, file: string): Promise<void> {
  const start = performance.now()
  await api.restart(true)
  if (await api.ready()) say(dim(`Restarted in ${seconds(performance.now() - start)} after a change of ${file}`))
}
