import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'

export interface Tokened {
  readonly id: string
  readonly tokenEpoch: number
  readonly feedEpoch: number
  readonly confirmEpoch: number
}

/** A group of people who apply together; its link is shared, and renewed by a new epoch. */
export type TokenedGroup = Pick<Tokened, 'id' | 'tokenEpoch'>

type Purpose = 'personal' | 'confirm' | 'feed'

/** 16 bytes that say whose it is and 16 that prove it, in base64url. */
const tokenForm = /^[\w-]{43}$/
const proofBytes = 16

/**
 * The secret links of an application. Each names the application and proves itself with a keyed hash of its purpose, the id and an epoch, so that
 * nothing of it is stored: whoever reads the database gets in nowhere, whoever lacks the secret key can make none, and a new epoch ends the old link.
 */
@Injectable()
export class ApplicationTokens {
  readonly #keys: Readonly<Record<Purpose | 'together', KeyObject>>

  constructor(private readonly config: TweetupConfig) {
    this.#keys = {
      personal: createSecretKey(config.key('personal-link')),
      confirm: createSecretKey(config.key('confirm-link')),
      feed: createSecretKey(config.key('calendar-feed')),
      together: createSecretKey(config.key('together-link')),
    }
  }

  personal({ id, tokenEpoch }: Pick<Tokened, 'id' | 'tokenEpoch'>): string {
    return this.#token('personal', id, tokenEpoch)
  }

  /** The same until the address changes: who opens an old mail again finds out where it stands. */
  confirm({ id, confirmEpoch }: Pick<Tokened, 'id' | 'confirmEpoch'>): string {
    return this.#token('confirm', id, confirmEpoch)
  }

  feed({ id, feedEpoch }: Pick<Tokened, 'id' | 'feedEpoch'>): string {
    return this.#token('feed', id, feedEpoch)
  }

  /** Whether this is the link of that purpose that opens the application now. */
  opens(purpose: Purpose, token: string, application: Tokened): boolean {
    const right = Buffer.from(this[purpose](application))
    const given = Buffer.from(token)
    return given.length === right.length && timingSafeEqual(given, right)
  }

  personalUrl(application: Pick<Tokened, 'id' | 'tokenEpoch'>): string {
    return this.config.url(`/me/${this.personal(application)}`)
  }

  confirmUrl(application: Pick<Tokened, 'id' | 'confirmEpoch'>): string {
    return this.config.url(`/confirm/${this.confirm(application)}`)
  }

  feedUrl(application: Pick<Tokened, 'id' | 'feedEpoch'>): string {
    return this.config.url(`/calendar/${this.feed(application)}.ics`)
  }

  /** What the founder of a group shares. The token stands in the fragment, which no server and no log sees. */
  togetherUrl(group: TokenedGroup, eventPath: string): string {
    return this.config.url(`${eventPath}/apply`) + this.togetherFragment(group)
  }

  /** The same behind a personal link: its page then offers to join. */
  togetherFragment(group: TokenedGroup): string {
    return `#together=${this.#together(group)}`
  }

  /** A group is looked up by this, so that the table holds no token. */
  togetherHash(group: TokenedGroup): Buffer {
    return tokenHash(this.#together(group))
  }

  /** 24 characters: 144 of the 256 bits of HMAC-SHA256. */
  #together({ id, tokenEpoch }: TokenedGroup): string {
    return this.#proof('together', id, tokenEpoch).toString('base64url').slice(0, 24)
  }

  #token(purpose: Purpose, id: string, epoch: number): string {
    const owner = Buffer.from(id.replaceAll('-', ''), 'hex')
    return Buffer.concat([owner, this.#proof(purpose, id, epoch).subarray(0, proofBytes)]).toString('base64url')
  }

  #proof(purpose: Purpose | 'together', id: string, epoch: number): Buffer {
    return createHmac('sha256', this.#keys[purpose]).update(`${id}|${epoch}`).digest()
  }
}

/** Whose link it claims to be; null for what cannot be one. It proves nothing: ask `opens`. */
export function ownerOf(token: string): string | null {
  if (!tokenForm.test(token)) return null
  const hex = Buffer.from(token, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
