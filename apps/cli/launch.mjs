/**
 * The only file of Tweetup that the system's own Node (20 or later) runs. It starts the command with the Node 24 that was
 * installed as a dependency and hands on signals and the exit status.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serverMemory } from './server-memory.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const platform = `${process.platform}-${process.arch}`
const pinned = [`node-${platform}`, `node-bin-${platform}`].map((name) => join(root, 'node_modules', name, 'bin', 'node')).find(existsSync)
/** Libraries check themselves in development, which makes mails and pages slower. */
const serving = new Set(['start', 'start:api', 'start:worker', 'rehearse'])
const runningIsEnough = Number(process.versions.node.split('.')[0]) >= 24

if (!existsSync(join(root, 'node_modules'))) stop('The dependencies are not installed yet: run "npm ci" first.')
run(pinned ?? process.execPath)

/** @param {string} node path of the Node to run the command with */
function run(node) {
  if (node === process.execPath && !runningIsEnough)
    stop(
      `Tweetup needs Node 24 and found no build of it for ${platform} (this is ${process.version}): install Node 24, then run "npm ci" again.`,
    )

  const compiler = new URL('typescript.mjs', import.meta.url).href
  const serves = serving.has(process.argv[2] ?? '')
  const options = [
    ...(serves ? serverMemory : []),
    '--disable-warning=ExperimentalWarning',
    '--import',
    compiler,
    join(root, 'apps', 'cli', 'main.ts'),
    ...process.argv.slice(2),
  ]
  const child = spawn(node, options, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: serves ? { NODE_ENV: 'production', ...process.env } : process.env,
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
  const npm = findNpm()
  const watch = setInterval(() => {
    if (isAlive(npm)) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500).unref()
}

/** npm is our parent, or the parent of the shell that it runs scripts with. */
function findNpm() {
  const [name = '', grandparent] = describeParent()
  return /^-?(.*\/)?(sh|bash|dash|zsh|ash)$/.test(name) ? Number(grandparent) : process.ppid
}

/** Name of our parent process and the id of its parent. */
function describeParent() {
  if (process.platform === 'linux') return /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))?.slice(1) ?? []
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)], { encoding: 'utf8' })
  const [, grandparent, name] = /^\s*(\d+)\s+(.*\S)/.exec(stdout ?? '') ?? []
  return [name, grandparent]
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** @param {string} message */
function stop(message) {
  console.error(message)
  process.exit(1)
}
