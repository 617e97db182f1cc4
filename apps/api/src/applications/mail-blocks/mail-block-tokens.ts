import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../../config/index.js'

/** Whose mails, and to which address: a keyed hash, so that the table tells nobody who wants no mail. */
export interface MailBlockSubject {
  readonly organizationId: string
  readonly addressHash: Buffer
}

const [idBytes, hashBytes, signatureBytes] = [16, 32, 16]

/** The secret behind "never again": it says itself what it blocks, and works for as long as the installation keeps its key. */
@Injectable()
export class MailBlockTokens {
  readonly #hashKey: KeyObject
  readonly #signKey: KeyObject

  constructor(config: TweetupConfig) {
    this.#hashKey = createSecretKey(config.key('mail-block-address'))
    this.#signKey = createSecretKey(config.key('mail-block-link'))
  }

  subject(organizationId: string, emailKey: string): MailBlockSubject {
    return { organizationId, addressHash: createHmac('sha256', this.#hashKey).update(`${organizationId}|${emailKey}`).digest() }
  }

  of({ organizationId, addressHash }: MailBlockSubject): string {
    const said = Buffer.concat([Buffer.from(organizationId.replaceAll('-', ''), 'hex'), addressHash])
    return Buffer.concat([said, this.#sign(said)]).toString('base64url')
  }

  /** Null for what this installation never wrote. */
  read(token: string): MailBlockSubject | null {
    const bytes = Buffer.from(token, 'base64url')
    if (bytes.length !== idBytes + hashBytes + signatureBytes || bytes.toString('base64url') !== token) return null
    const said = bytes.subarray(0, idBytes + hashBytes)
    if (!timingSafeEqual(bytes.subarray(said.length), this.#sign(said))) return null
    const organizationId = said.toString('hex', 0, idBytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    return { organizationId, addressHash: said.subarray(idBytes) }
  }

  #sign(said: Buffer): Buffer {
    return createHmac('sha256', this.#signKey).update(said).digest().subarray(0, signatureBytes)
  }
}
