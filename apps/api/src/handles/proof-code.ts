import { createHmac } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { Network } from '#policy'
import type { Application } from '../applications/index.js'
import { TweetupConfig } from '../config/index.js'

/** Without letters and digits that look alike: people type it. */
const alphabet = '23456789abcdefghjkmnpqrstvwxyz'
const length = 12

/** What somebody puts into a profile to show that it is hers: different for each application and network, the same whenever she asks. */
@Injectable()
export class ProofCode {
  constructor(private readonly config: TweetupConfig) {}

  of({ id }: Pick<Application, 'id'>, network: Network): string {
    const bytes = createHmac('sha256', this.config.key('handle-code')).update(`${network}:${id}`).digest()
    const letters = [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length] ?? '')
    return `tweetup-${letters.slice(0, 6).join('')}-${letters.slice(6).join('')}`
  }
}
