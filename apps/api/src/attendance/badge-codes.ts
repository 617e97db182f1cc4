import { Injectable } from '@nestjs/common'
import { type BadgeClaim, badgePublicKey, readBadgeCode, signBadgeCode, verifyBadgeCode } from '#badge'
import type { Application } from '../applications/index.js'
import { TweetupConfig } from '../config/index.js'

/** What a scanned code turned out to be. */
export type ScannedCode = { readonly claim: BadgeClaim } | { readonly problem: 'unknown' | 'badSignature' }

/** Signs and checks the codes of badges with this installation's key. */
@Injectable()
export class BadgeCodes {
  readonly #secretKey: Uint8Array
  readonly #publicKey: Uint8Array

  constructor(config: TweetupConfig) {
    this.#secretKey = config.key('badge')
    this.#publicKey = badgePublicKey(this.#secretKey)
  }

  /** The code dies with the personal link: when that is renewed, so is the badge. */
  of({ id, eventId, tokenEpoch }: Pick<Application, 'id' | 'eventId' | 'tokenEpoch'>): string {
    return signBadgeCode({ eventId, applicationId: id, epoch: tokenEpoch }, this.#secretKey)
  }

  read(code: string): ScannedCode {
    if (readBadgeCode(code) === null) return { problem: 'unknown' }
    const claim = verifyBadgeCode(code, this.#publicKey)
    return claim === null ? { problem: 'badSignature' } : { claim }
  }
}
