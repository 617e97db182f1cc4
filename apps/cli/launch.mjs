/**
 * The only file of Tweetup that the system's own Node (20 or later) runs. It starts the command with the Node 24 that was
 * installed as a dependency and hands on signals and the exit status.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const platform = `${process.platform}-${process.arch}`
const pinned = [`node-${platform}`, `node-bin-${platform}`].map((name) => join(root, 'node_modules', name, 'bin', 'node')).find(existsSync)
const runningIsEnough = Number(process.versions.node.split('.')[0]) >= 24

if (!existsSync(join(root, 'node_modules'))) stop('The dependencies are not installed yet: run "npm ci" first.')
run(pinned ?? process.execPath)

/** @param {string} node path of the Node to run the command with */
function run(node) {
  if (node === process.execPath && !runningIsEnough)
    stop(`Tweetup needs Node 24 and found no build of it for ${platform} (this is ${process.version}): install Node 24, then run "npm ci" again.`)

  const compiler = new URL('typescript.mjs', import.meta.url).href
  const options = ['--disable-warning=ExperimentalWarning', '--import', compiler, join(root, 'apps', 'cli', 'main.ts'), ...process.argv.slice(2)]
  const child = spawn(node, options, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.on('error', (error) => {
    // A build for glibc cannot run on musl, for example; a new enough Node of the system can.
    if (node !== process.execPath) run(process.execPath)
    else stop(`Node could not be started: ${error.message}`)
  })
  child.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)))

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
}

/**
 * When npm is killed outright nobody tells its script; without this the command would live on and keep its port.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 500).unref()
}

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}
