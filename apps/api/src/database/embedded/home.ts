import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeFolder } from '../../config/make-folder.js'
import { type Account, accountOfOwner, canReach, chooseAccount, runsAsRoot } from './account.js'
import { prepareBinaries } from './binaries.js'
import { EmbeddedDatabaseError } from './embedded-database-error.js'

/** Where one embedded database lives and who runs it. */
export interface DatabaseHome {
  /** Tweetup's own data folder (DATA_DIR). */
  dataDir: string
  /** PostgreSQL's data folder: DATA_DIR/postgres, or a place that its account can reach. */
  dataDirectory: string
  binaries: string
  /** Absent: PostgreSQL runs as this process's own user. */
  account?: Account
}

const sharedFolder = '/var/lib/tweetup'

/** Decides where the database of a data folder lives; makes the data folder, but nothing of the database yet. */
export function findHome(folder: string): DatabaseHome {
  makeDataFolder(resolve(folder))
  // By its one true name: a second Tweetup that comes by a link has to see that the database runs already.
  const dataDir = realpathSync(folder)
  const own = join(dataDir, 'postgres')
  if (!runsAsRoot()) return { dataDir, dataDirectory: own, binaries: prepareBinaries(undefined, dataDir) }

  const dataDirectory = isFilled(own) ? own : (readPointer(dataDir) ?? own)
  if (isFilled(dataDirectory)) return existingHomeOfRoot(dataDir, dataDirectory)
  const account = chooseAccount()
  const reachable = dataDirectory === own ? canReach(account, dataDir) : true
  return {
    dataDir,
    dataDirectory: reachable ? dataDirectory : makePlaceElsewhere(dataDir),
    binaries: prepareBinaries(account, sharedFolder),
    account,
  }
}

export const credentialsFile = ({ dataDir }: DatabaseHome): string => join(dataDir, 'postgres-secret')
export const logFile = ({ dataDir }: DatabaseHome): string => join(dataDir, 'postgres.log')

export const isFilled = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0

function existingHomeOfRoot(dataDir: string, dataDirectory: string): DatabaseHome {
  const owner = accountOfOwner(statSync(dataDirectory))
  // Root's own folder is no database that ever ran; the check of the data folder says so in its own words.
  const account = owner.uid === 0 ? chooseAccount() : owner
  if (owner.uid !== 0 && !canReach(account, dataDirectory))
    throw new EmbeddedDatabaseError(
      `The account "${account.name}", which runs the database, cannot reach ${dataDirectory}: move the folder back to where it was, or let others pass the folders above it (chmod o+x).`,
    )
  return { dataDir, dataDirectory, binaries: prepareBinaries(account, sharedFolder), account }
}

/** The file in the data folder that says where the database is when its account cannot reach the data folder itself. */
const pointerFile = (dataDir: string) => join(dataDir, 'postgres-is-in')

function readPointer(dataDir: string): string | undefined {
  if (!existsSync(pointerFile(dataDir))) return undefined
  const place = readFileSync(pointerFile(dataDir), 'utf8').trim()
  if (existsSync(place)) return join(place, 'postgres')
  throw new EmbeddedDatabaseError(
    `The database is missing: ${pointerFile(dataDir)} says it is in ${place}, which is gone. Bring that folder back, or delete the file to start with an empty database.`,
  )
}

function makePlaceElsewhere(dataDir: string): string {
  sweepAbandonedPlaces()
  const place = join(sharedFolder, randomBytes(8).toString('hex'))
  makeDataFolder(place)
  writeFileSync(join(place, 'belongs-to'), `${dataDir}\n`)
  writeFileSync(pointerFile(dataDir), `${place}\n`)
  return join(place, 'postgres')
}

/** Removes databases of temporary folders that are gone: with the folder went the passwords, so nobody can open them any more. */
function sweepAbandonedPlaces(): void {
  if (!existsSync(sharedFolder)) return
  for (const name of readdirSync(sharedFolder)) {
    const note = join(sharedFolder, name, 'belongs-to')
    if (!existsSync(note)) continue
    const owner = readFileSync(note, 'utf8').trim()
    if (owner.startsWith(`${tmpdir()}/`) && !existsSync(owner)) rmSync(join(sharedFolder, name), { recursive: true, force: true })
  }
}

function makeDataFolder(folder: string): void {
  const advice = 'name a folder you may write to with DATA_DIR.'
  try {
    if (!existsSync(folder)) {
      makeFolder(folder)
      // PostgreSQL's account has to pass it, whatever this shell's umask says; what is secret in it is closed by itself.
      chmodSync(folder, 0o755)
    }
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new EmbeddedDatabaseError(`The data folder ${folder} cannot be made or written to (${(cause as Error).message}): ${advice}`, {
      cause,
    })
  }
  if (!statSync(folder).isDirectory()) throw new EmbeddedDatabaseError(`The data folder ${folder} is a file: ${advice}`)
}
