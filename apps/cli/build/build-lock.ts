import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../root.js'

const lockFile = inRoot('dist', '.building')

/** Runs the work while no other process builds in the same checkout; two starts at once would overwrite each other's files. */
export async function whileBuildingAlone<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(inRoot('dist'), { recursive: true })
  while (!take()) await pause(100)
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function take(): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!isBuilding()) rmSync(lockFile, { force: true })
    return false
  }
}

/** Whether the process that holds the lock still lives. */
function isBuilding(): boolean {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'))
    // Just created and not yet written.
    if (!holder) return true
    return holder !== process.pid && process.kill(holder, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
