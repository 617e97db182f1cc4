import { Injectable } from '@nestjs/common'
import { receiptPublicKey, signReceipt } from '#draw'
import { TweetupConfig } from '../config/index.js'
import type { Application } from './application.entity.js'
import type { SignedReceiptDto } from './dto/receipt.dto.js'

type Ticketed = Pick<Application, 'eventId' | 'nonce' | 'holder' | 'ticketId' | 'receivedAt'>

/** Signs what this installation has received, with a key of its own. */
@Injectable()
export class Receipts {
  readonly #secretKey: Buffer
  #publicKey: Promise<string> | undefined

  constructor(config: TweetupConfig) {
    this.#secretKey = config.key('receipt-signing')
  }

  /** The same application gets the same receipt every time: Ed25519 has no chance in it. */
  async of({ eventId, nonce, holder, ticketId, receivedAt }: Ticketed): Promise<SignedReceiptDto> {
    const receipt = { event: eventId, ticketId, time: Math.floor(receivedAt.getTime() / 1000) }
    this.#publicKey ??= receiptPublicKey(this.#secretKey)
    return {
      ...receipt,
      nonce: nonce.toString('hex'),
      holder,
      signature: await signReceipt(receipt, this.#secretKey),
      publicKey: await this.#publicKey,
    }
  }
}
