import { relative } from 'node:path'
import { bold, dim, say, seconds } from '../terminal/say.js'

export interface BannerFacts {
  address: string
  /** Address of the development mailbox, when there is one. */
  mailbox?: string
  /** Sign-in of the demo organization, when there is one. */
  demo?: { email: string; password: string }
  /** Where the data is, in words. */
  data: string
  /** Bound to this machine alone. */
  loopback: boolean
  tookMilliseconds: number
}

/** What a person needs to know once Tweetup runs. */
export function printBanner({ address, mailbox, demo, data, loopback, tookMilliseconds }: BannerFacts): void {
  const row = (label: string, text: string) => say(`  ${dim(label.padEnd(9))} ${text}`)
  say()
  say(`${bold('Tweetup is running.')} ${dim(`Ready after ${seconds(tookMilliseconds)}.`)}`)
  say()
  row('Open', bold(address))
  if (mailbox) row('Mailbox', `${mailbox}  ${dim('every mail it sends lands here')}`)
  if (demo) row('Sign in', `${demo.email}  ${dim('with')}  ${demo.password}`)
  row('Data', data)
  if (loopback) row('Reach', `this machine only ${dim('(HOST=0.0.0.0 opens it to the network)')}`)
  say()
  say(dim('Ctrl-C stops it.'))
}

/** A path as a person would type it from where she stands. */
export function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere.startsWith('..') || fromHere === '' ? path : fromHere
}
