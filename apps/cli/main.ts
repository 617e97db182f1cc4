import { enableCompileCache } from 'node:module'
import { inRoot, root } from './root.js'
import { placeOf } from './dev/place-of.js'
import { explainError } from './terminal/explain-error.js'
import { complain, say } from './terminal/say.js'

/** What a command's file exports: the work, and the exit status it ends with (nothing is 0). */
interface Command {
  run(options: string[]): Promise<number | void>
}

interface Entry {
  about: string
  load(): Promise<Command>
  /** Its options name files from where the person stands. */
  readsFiles?: true
}

const commands: Record<string, Entry> = {
  start: { about: 'start Tweetup', load: () => import('./start/start.js') },
  'start:api': { about: 'start the half that answers requests', load: () => import('./start/start-api.js') },
  'start:worker': { about: 'start the half that works through jobs', load: () => import('./start/start-worker.js') },
  dev: { about: 'start Tweetup and follow changes of the sources', load: () => import('./dev/dev.js') },
  build: { about: 'compile the server and the pages to dist/', load: () => import('./build/build.js') },
  check: { about: 'check types, lint, format and arrows', load: () => import('./check/check.js') },
  test: { about: 'run the checks and all tests', load: () => import('./test/test.js') },
  bench: { about: 'run a benchmark by its name', load: () => import('./bench/bench.js'), readsFiles: true },
  verify: { about: "check a draw's proof bundle", load: () => import('./verify.js'), readsFiles: true },
  rehearse: { about: 'play the whole life of an event', load: () => import('./rehearse/rehearse.js'), readsFiles: true },
  openapi: { about: "write the API's description and the web app's types of it", load: () => import('./openapi/openapi.js') },
  format: { about: 'format all sources', load: () => import('./check/format.js') },
}

// Compiled code of the server and its packages is kept, which takes a third off every later start.
enableCompileCache(inRoot('node_modules', '.cache', 'tweetup'))

// Whoever stops reading, as `head` does, must not end a server in the middle of its work.
process.stdout.on('error', () => undefined)

const [name = '', ...options] = process.argv.slice(2)
const entry = commands[name]
if (entry) {
  process.chdir(entry.readsFiles ? (process.env.INIT_CWD ?? process.cwd()) : root)
  await runCommand(entry)
} else {
  say('Commands:')
  for (const [command, { about }] of Object.entries(commands)) say(`  ${command.padEnd(13)} ${about}`)
  process.exitCode = name === '' || name === 'help' ? 0 : 1
}

async function runCommand({ load }: Entry): Promise<void> {
  try {
    const command = await load()
    // Ends even where something would keep it alive, such as the channel to the launcher.
    process.exit((await command.run(options)) ?? 0)
  } catch (error) {
    complain(explainError(error))
    const place = process.env.VITE_URL ? placeOf(error) : undefined
    if (place) complain(`  at ${place}`)
    if (process.env.LOG_LEVEL === 'debug') complain(error instanceof Error ? (error.stack ?? '') : '')
    process.exit(1)
  }
}
