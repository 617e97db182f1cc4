import { fromHex, secretCommitment, toHex } from '#draw'
import { storage } from '../../lib/storage.js'

/** A secret and the commitment that binds its maker to it, both hex. */
export interface OwnSecret {
  readonly secret: string
  readonly commit: string
}

const keyOf = (commit: string) => `tweetup:secret:${commit}`

/** 32 bytes that nobody has seen, from the browser's own generator. */
export function makeSecret(event: string): OwnSecret {
  const secret = crypto.getRandomValues(new Uint8Array(32))
  return { secret: toHex(secret), commit: secretCommitment(event, secret) }
}

/** True when this browser keeps it. */
export const keepSecret = ({ secret, commit }: OwnSecret): boolean => storage.write(keyOf(commit), secret)

export const keptSecret = (commit: string): string | null => storage.read<string>(keyOf(commit))

/** The secret in a text, such as that of the saved file, that belongs to this commitment; null when there is none. */
export function secretIn(text: string, event: string, commit: string): string | null {
  const candidates = text.toLowerCase().match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []
  // A secret alone may come in groups, as it was read aloud.
  const whole = text.toLowerCase().replaceAll(/\s+/g, '')
  const all = /^[0-9a-f]{64}$/.test(whole) ? [...candidates, whole] : candidates
  return all.find((secret) => secretCommitment(event, fromHex(secret)) === commit) ?? null
}
