import { readSettings } from '../../api/src/config/settings.js'
import { serverFolders } from '../build/build-server.js'
import { ensurePortIsFree, findFreePort } from '../start/free-port.js'
import { onSecondWish, untilAskedToStop } from '../start/stop-signals.js'
import { PlainError } from '../terminal/plain-error.js'
import { dim, say, seconds } from '../terminal/say.js'
import { createFrontServer } from './front-server.js'
import { ServerProcess } from './server-process.js'
import { watchSources } from './watch-sources.js'

/** `npm run dev`: as `npm start`, but the server restarts and the pages reload when their sources change. */
export async function run(): Promise<number> {
  const asked = untilAskedToStop()
  const settings = readSettings(process.env)
  if (settings.role === 'worker')
    throw new PlainError('ROLE="worker" cannot be used with "npm run dev", which serves pages: leave it out, or set it to all.')
  // The server must know the address before anything listens there.
  const port = settings.port || (await findFreePort())
  await ensurePortIsFree(port, settings.host)

  const apiPort = await findFreePort()
  const address = `http://localhost:${port}`
  const api = new ServerProcess(apiPort, { VITE_URL: address, PUBLIC_URL: settings.publicUrl ?? address })
  const front = await createFrontServer(apiPort, api)
  await front.listen(port, settings.host)
  const unwatch = watchSources(front.watcher, serverFolders, restarter(api))
  // What cannot start at all has said why, and there is nothing to follow yet.
  const started = await Promise.race([api.restart(false).then(() => api.ready()), asked.then(() => true)])

  if (started) await asked
  onSecondWish(() => process.exit(130))
  unwatch()
  await Promise.all([front.close(), api.end()])
  return started ? 0 : 1
}

/** Restarts the server after a change; the changes made while it restarts are answered by one more restart. */
function restarter(api: Pick<ServerProcess, 'restart' | 'ready'>): (file: string) => void {
  let next: string | undefined
  let restarting = false
  const work = async () => {
    restarting = true
    while (next !== undefined) {
      const file = next
      next = undefined
      await restart(api, file)
    }
    restarting = false
  }
  return (file) => {
    next = file
    if (!restarting) void work()
  }
}

async function restart(api: Pick<ServerProcess, 'restart' | 'ready'>, file: string): Promise<void> {
  const start = performance.now()
  await api.restart(true)
  if (await api.ready()) say(dim(`Restarted in ${seconds(performance.now() - start)} after a change of ${file}`))
}
