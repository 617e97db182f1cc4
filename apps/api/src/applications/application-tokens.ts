import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'

export interface Tokened {
  readonly id: string
  readonly tokenEpoch: number
  readonly feedEpoch: number
}

/** A group of people who apply together; its link is shared, and renewed by a new epoch. */
export type TokenedGroup = Pick<Tokened, 'id' | 'tokenEpoch'>

type Purpose = 'personal' | 'confirm' | 'feed' | 'together'

/**
 * The secret links of an application. They are derived from its id, so that they can be mailed again, and stored as hashes only:
 * whoever reads the database gets in nowhere, whoever lacks the secret key can make none.
 */
@Injectable()
export class ApplicationTokens {
  readonly #keys: Readonly<Record<Purpose, KeyObject>>

  constructor(private readonly config: TweetupConfig) {
    this.#keys = {
      personal: createSecretKey(config.key('personal-link')),
      confirm: createSecretKey(config.key('confirm-link')),
      feed: createSecretKey(config.key('calendar-feed')),
      together: createSecretKey(config.key('together-link')),
    }
  }

  personal({ id, tokenEpoch }: Tokened): string {
    return this.#derive('personal', id, tokenEpoch)
  }

  /** The same for the life of the application: who opens an old mail again finds out where it stands. */
  confirm({ id }: Tokened): string {
    return this.#derive('confirm', id, 0)
  }

  feed({ id, feedEpoch }: Tokened): string {
    return this.#derive('feed', id, feedEpoch)
  }

  personalUrl(application: Tokened): string {
    return this.config.url(`/me/${this.personal(application)}`)
  }

  confirmUrl(application: Tokened): string {
    return this.config.url(`/confirm/${this.confirm(application)}`)
  }

  feedUrl(application: Tokened): string {
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

  togetherHash(group: TokenedGroup): Buffer {
    return tokenHash(this.#together(group))
  }

  /** What the table keeps of the three tokens. */
  hashes(application: Tokened): { personalTokenHash: Buffer; confirmTokenHash: Buffer; feedTokenHash: Buffer } {
    return {
      personalTokenHash: tokenHash(this.personal(application)),
      confirmTokenHash: tokenHash(this.confirm(application)),
      feedTokenHash: tokenHash(this.feed(application)),
    }
  }

  #together({ id, tokenEpoch }: TokenedGroup): string {
    return this.#derive('together', id, tokenEpoch)
  }

  /** 24 characters: 144 of the 256 bits of HMAC-SHA256. */
  #derive(purpose: Purpose, id: string, epoch: number): string {
    return createHmac('sha256', this.#keys[purpose]).update(`${id}|${epoch}`).digest('base64url').slice(0, 24)
  }
}

/** A token is looked up by this, so that the table holds no token and comparing takes the same time for all. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
