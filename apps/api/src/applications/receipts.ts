import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { receiptPayload } from '#draw'
import { TweetupConfig } from '../config/index.js'
import type { Application } from './application.entity.js'
import type { SignedReceiptDto } from './dto/receipt.dto.js'

type Ticketed = Pick<Application, 'eventId' | 'nonce' | 'holder' | 'ticketId' | 'receivedAt'>

/** What stands before the 32 bytes of a seed in a private key of Ed25519 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicKeyBytes = 32

/**
 * Signs what this installation has received, with a key of its own. Node signs here, because it takes a twentieth of the time of the
 * library that pages verify with; the bytes are the same.
 */
@Injectable()
export class Receipts {
  readonly #key: KeyObject
  readonly #publicKey: string

  constructor(config: TweetupConfig) {
    this.#key = createPrivateKey({ key: Buffer.concat([pkcs8, config.key('receipt-signing')]), format: 'der', type: 'pkcs8' })
    this.#publicKey = createPublicKey(this.#key).export({ format: 'der', type: 'spki' }).subarray(-publicKeyBytes).toString('hex')
  }

  /** The same application gets the same receipt every time: Ed25519 has no chance in it. */
  of({ eventId, nonce, holder, ticketId, receivedAt }: Ticketed): SignedReceiptDto {
    const receipt = { event: eventId, ticketId, time: Math.floor(receivedAt.getTime() / 1000) }
    return {
      ...receipt,
      nonce: nonce.toString('hex'),
      holder,
      signature: sign(null, receiptPayload(receipt), this.#key).toString('hex'),
      publicKey: this.#publicKey,
    }
  }
}
