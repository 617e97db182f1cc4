import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error.js'
import { makeFolder } from './make-folder.js'

/**
 * The secret key of this installation: read from the data folder, made there on the first start.
 * Written beside its place and then linked into it, so that of two processes starting together one wins and both read the same key.
 */
export function keptSecretKey(dataDir: string): string {
  const path = join(dataDir, 'secret-key')
  try {
    makeFolder(dataDir)
    return readKey(path) ?? makeKey(path)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(
      `The secret key cannot be kept in ${path} (${(error as Error).message}): make that folder writable, or name another one with DATA_DIR.`,
    )
  }
}

function readKey(path: string): string | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  if (text.length < 32)
    throw new ConfigError(
      `${path} is not a secret key: restore it from a backup, or delete it to get a new one (links in mails already sent stop working).`,
    )
  return text
}

function makeKey(path: string): string {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(path, 'utf8').trim()
}
