import { Progress } from '../terminal/progress.js'
import { dim, say, seconds } from '../terminal/say.js'
import { whileBuildingAlone } from './build-lock.js'
import { buildServer, serverIsStale } from './build-server.js'
import { buildWeb, webIsStale } from './build-web.js'
import { endingOnSignals } from './end-on-signals.js'

/** Brings dist/ up to date and says so in a line when there was anything to do. */
export async function build({ web = true }: { web?: boolean } = {}): Promise<void> {
  if (!serverIsStale() && !(web && webIsStale())) return
  const start = performance.now()
  const progress = new Progress()
  try {
    const work = () => buildWhatIsStale(web, progress)
    await endingOnSignals(() => whileBuildingAlone(work, (waitingFor) => progress.step(waitingFor)))
    progress.done()
    say(dim(`Built in ${seconds(performance.now() - start)}.`))
  } finally {
    progress.done()
  }
}

/** Another process may have built everything while this one waited for its turn. */
async function buildWhatIsStale(web: boolean, progress: Progress): Promise<void> {
  if (serverIsStale()) {
    progress.step('Compiling the server')
    await buildServer()
  }
  if (web && webIsStale()) {
    progress.step('Building the pages')
    await buildWeb()
  }
}

/** `npm run build` */
export async function run(): Promise<void> {
  await build()
}
