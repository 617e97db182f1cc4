import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'

const [nonceBytes, tagBytes] = [12, 16]

/** Keeps what other servers gave us unreadable in the database (AES-256-GCM); `place` ties it to the row that it stands in. */
@Injectable()
export class Seal {
  readonly #key: Buffer

  constructor(config: TweetupConfig) {
    this.#key = config.key('handle-secrets')
  }

  close(value: unknown, place: string): Buffer {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(place))
    const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text])
  }

  /** Throws when the key is another one, or something was moved or changed. */
  open(sealed: Buffer, place: string): unknown {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, nonceBytes))
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
    return JSON.parse(text.toString('utf8'))
  }
}
