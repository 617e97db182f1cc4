import { spawnSync } from 'node:child_process'
import { type Stats } from 'node:fs'
import { EmbeddedDatabaseError } from './embedded-database-error.js'

/** The system account PostgreSQL runs as when Tweetup itself runs as root, which PostgreSQL refuses. */
export interface Account {
  name: string
  uid: number
  gid: number
}

export const runsAsRoot = (): boolean => process.getuid?.() === 0

/** Picks the account for a database that does not exist yet: the distribution's own, one made for us, or the one nobody owns. */
export function chooseAccount(): Account {
  const account = findAccount('postgres') ?? findAccount('tweetup') ?? createAccount('tweetup') ?? findAccount('nobody')
  if (account) return account
  throw new EmbeddedDatabaseError(
    'PostgreSQL refuses to run as root and no other account could be found or made. Create one with "useradd --system tweetup", or start Tweetup as an ordinary user.',
  )
}

/** The account a database folder already belongs to; it can never be another one. */
export function accountOfOwner({ uid, gid }: Stats): Account {
  return { name: output('id', ['-nu', String(uid)]) ?? String(uid), uid, gid }
}

/** Whether the account may pass every folder on the way to the path and use what is there. */
export function canReach(account: Account, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { uid: account.uid, gid: account.gid, cwd: '/' }).status === 0
  )
}

function findAccount(name: string): Account | undefined {
  const uid = Number(output('id', ['-u', name]) ?? Number.NaN)
  const gid = Number(output('id', ['-g', name]) ?? Number.NaN)
  return uid > 0 && gid >= 0 ? { name, uid, gid } : undefined
}

function createAccount(name: string): Account | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name])
  return findAccount(name)
}

function output(command: string, options: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, options, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
