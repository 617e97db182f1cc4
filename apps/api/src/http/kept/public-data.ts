import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../../config/config.js'
import { securityHeaders } from '../security-headers.js'
import type { MadeAnswer } from './kept-answer.js'

/** Data of the API that is the same for everybody, in every language. */
@Injectable()
export class PublicData {
  constructor(private readonly config: TweetupConfig) {}

  make(data: object, { now, turnsAt }: Pick<MadeAnswer, 'now' | 'turnsAt'>): MadeAnswer {
    return {
      body: JSON.stringify(data),
      type: 'application/json; charset=utf-8',
      now,
      turnsAt,
      headers: securityHeaders('/api/public/', this.config),
      vary: 'accept-encoding',
    }
  }
}
