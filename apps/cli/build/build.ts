import { Progress } from '../terminal/progress.js'
import { dim, say, seconds } from '../terminal/say.js'
import { whileBuildingAlone } from './build-lock.js'
import { buildServer } from './build-server.js'
import { buildWeb } from './build-web.js'

/** Brings dist/ up to date and says so in a line when there was anything to do. */
export async function build({ web = true }: { web?: boolean } = {}): Promise<void> {
  const start = performance.now()
  const progress = new Progress()
  try {
    const built = await whileBuildingAlone(async () => {
      const compiled = await buildServer((step) => progress.step(step))
      const pages = web && (await buildWeb((step) => progress.step(step)))
      return compiled > 0 || pages
    })
    progress.done()
    if (built) say(dim(`Built in ${seconds(performance.now() - start)}.`))
  } finally {
    progress.done()
  }
}

/** `npm run build` */
export async function run(): Promise<void> {
  await build()
}
