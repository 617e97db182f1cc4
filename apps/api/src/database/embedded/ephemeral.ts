import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseHome } from './home.js'
import { killPostmaster } from './postmaster.js'
import { isAlive } from './process.js'

const prefix = 'tweetup-ephemeral-'

/** Makes the data folder of a database that is thrown away, and clears away those whose process was killed. */
export function makeEphemeralFolder(): string {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number.parseInt(name.slice(prefix.length), 10)
    if (!isAlive(owner)) removeEphemeral(join(tmpdir(), name))
  }
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  // PostgreSQL's account has to pass it when we run as root.
  chmodSync(folder, 0o755)
  return folder
}

/** Throws the database away when this process ends, however it ends short of a kill; returns the function that does so now. */
export function removeOnExit(home: DatabaseHome, pid: () => number): () => void {
  const remove = () => {
    process.off('exit', remove)
    killPostmaster(home, pid())
    rmSync(home.dataDir, { recursive: true, force: true, maxRetries: 5 })
    rmSync(home.dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', remove)
  return remove
}

function removeEphemeral(folder: string): void {
  const dataDirectory = join(folder, 'postgres')
  const pidFile = join(dataDirectory, 'postmaster.pid')
  try {
    if (existsSync(pidFile)) killPostmaster({ dataDirectory }, Number(readFileSync(pidFile, 'utf8').split('\n')[0]))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // Another user's, or just being cleared by another start.
  }
}
