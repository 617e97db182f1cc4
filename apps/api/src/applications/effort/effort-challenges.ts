import { createHash, createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { type EffortChallenge, isSolved, readSolution } from '#effort'
import { TweetupConfig } from '../../config/index.js'
import { networkKey } from '../../http/index.js'

/** How odd an attempt is: 0 for not at all. Each level costs a device four times as much as the one below. */
export type EffortLevel = 0 | 1 | 2 | 3 | 4

/** Bits of each part: from a blink to some twenty seconds of a phone. */
const bitsOf: Readonly<Record<EffortLevel, number>> = { 0: 0, 1: 11, 2: 13, 3: 15, 4: 17 }
/** Long enough to read a form in peace. */
const validMs = 15 * 60_000
const fields = { level: 1, expires: 6, about: 16, salt: 8 }
const said = fields.level + fields.expires + fields.about + fields.salt

/** What an attempt must have been solved for. */
interface About {
  /** `organization/event`. */
  readonly event: string
  readonly ip: string
}

/** A solution that holds, to be taken once. */
export interface SolvedEffort {
  readonly id: Buffer
  readonly level: EffortLevel
  readonly expiresAt: Date
}

/** Challenges are remembered nowhere: the token says for which event, network and level it was made and until when, and is signed. */
@Injectable()
export class EffortChallenges {
  readonly #key: KeyObject

  constructor(config: TweetupConfig) {
    this.#key = createSecretKey(config.key('effort'))
  }

  make(about: About, level: EffortLevel, now: Date): EffortChallenge {
    const payload = Buffer.alloc(said)
    payload.writeUInt8(level)
    payload.writeUIntBE(now.getTime() + validMs, fields.level, fields.expires)
    digestOf(about).copy(payload, fields.level + fields.expires)
    randomBytes(fields.salt).copy(payload, said - fields.salt)
    return { token: `${payload.toString('base64url')}.${this.#sign(payload).toString('base64url')}`, bits: bitsOf[level] }
  }

  /** Null for what was not made here, for another event or network, is over or not solved. */
  read(solution: string, about: About, now: Date): SolvedEffort | null {
    const read = readSolution(solution)
    const [text = '', signed = ''] = read?.token.split('.') ?? []
    const payload = Buffer.from(text, 'base64url')
    const signature = Buffer.from(signed, 'base64url')
    if (read === null || payload.length !== said || !timingSafeEqual(signature, this.#sign(payload))) return null
    const level = payload.readUInt8() as EffortLevel
    const expiresAt = new Date(payload.readUIntBE(fields.level, fields.expires))
    const madeAbout = payload.subarray(fields.level + fields.expires, said - fields.salt)
    if (expiresAt <= now || !madeAbout.equals(digestOf(about))) return null
    if (!isSolved({ token: read.token, bits: bitsOf[level] }, read.numbers)) return null
    return { id: signature.subarray(0, 16), level, expiresAt }
  }

  #sign(payload: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(payload).digest()
  }
}

function digestOf({ event, ip }: About): Buffer {
  return createHash('sha256')
    .update(`${event}\n${networkKey(ip)}`)
    .digest()
    .subarray(0, fields.about)
}
