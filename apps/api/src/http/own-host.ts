import { isIP } from 'node:net'
import type { TweetupConfig } from '../config/config.js'

/** Whether a Host header names this installation: its public name, this machine, or a bare address. */
export function isOwnHost(host: string, config: TweetupConfig): boolean {
  if (!URL.canParse(`http://${host}`)) return false
  const { hostname } = new URL(`http://${host}`)
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return bare === 'localhost' || isIP(bare) !== 0 || hostname === new URL(config.publicUrl).hostname
}
