import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../root.js'
import { startOfProcess } from './start-of-process.js'

/** How long one waits before saying so; most builds are over by then. */
const patience = 2000

/** A lock that was just made is written at once; one that stays empty belongs to nobody. */
const writingTakes = 1000

/** Clocks and tables of processes tell times in whole seconds, more or less. */
const tolerance = 2000

/** Runs the work while no other process builds in the same checkout; two starts at once would overwrite each other's files. */
export async function whileBuildingAlone<T>(
  work: () => Promise<T>,
  say: (waitingFor: string) => void,
  lockFile = inRoot('dist', '.building'),
): Promise<T> {
  mkdirSync(inRoot('dist'), { recursive: true })
  const start = performance.now()
  let said = false
  while (!take(lockFile)) {
    const holder = holderOf(lockFile)
    if (holder && !said && performance.now() - start > patience) {
      say(`Waiting for process ${holder}, which builds here too (if it does not, delete ${lockFile})`)
      said = true
    }
    await pause(100)
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!isBuilding(lockFile)) rmSync(lockFile, { force: true })
    return false
  }
}

/** Whether the process that holds the lock still lives, and is the one that took it. */
function isBuilding(lockFile: string): boolean {
  const taken = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs
  const holder = holderOf(lockFile)
  // Released at this very moment: the next look takes it.
  if (taken === undefined || holder === undefined) return true
  if (holder === 0) return Date.now() - taken < writingTakes
  if (holder === process.pid || !isAlive(holder)) return false
  // Numbers of processes are given anew, in a container that was started again even the same ones.
  const started = startOfProcess(holder)
  return started === undefined || started.getTime() < taken + tolerance
}

/** The process that the lock names, 0 when it names none; undefined when there is no lock any more. */
function holderOf(lockFile: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(lockFile, 'utf8'), 10) || 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
