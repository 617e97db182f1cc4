import type { IncomingMessage, ServerResponse } from 'node:http'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { TweetupConfig } from '../../config/config.js'
import { wakeChannel } from '../../database/channels.js'
import { Notifications } from '../../database/notifications.js'
import { KeptAnswer, type MadeAnswer } from './kept-answer.js'
import { keyOf } from './kept-key.js'

/** What an answer shows may be this old, so that a change is seen within a second whatever tells of it, with time to make the next one. */
const freshMs = 700
/** From this age on it is made anew while the old one still serves. */
const renewAfterMs = 400
const mostBytes = 64 * 1024 * 1024

export type Make = () => Promise<MadeAnswer>

interface Held {
  readonly answer: KeptAnswer
  readonly make: Make
  readonly since: number
  readonly until: number
}

interface Making {
  readonly generation: number
  readonly since: number
  readonly result: Promise<KeptAnswer>
}

/**
 * Public answers, kept for less than a second and made once for everybody who asks meanwhile. Nothing here must be known to another process:
 * each reads its own from the database and is right within the second by itself. Changes of events, jumps of a trial's clock and every act in the console of
 * this process are seen at once.
 */
@Injectable()
export class KeptAnswers implements OnModuleInit {
  readonly #held = new Map<string, Held>()
  readonly #making = new Map<string, Making>()
  #bytes = 0
  #generation = 0

  constructor(
    private readonly notifications: Notifications,
    private readonly config: TweetupConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.answersRequests) await this.notifications.listen(wakeChannel, () => this.forget())
  }

  /** How much memory it takes. */
  get bytes(): number {
    return this.#bytes
  }

  /** Answers from what is kept, when there is something fresh for this request. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false
    const key = keyOf(request)
    const answer = key === undefined ? undefined : this.#fresh(key)
    answer?.send(request, response)
    return answer !== undefined
  }

  /** The answer with this key (kept-key.ts), made unless it is kept. What cannot be made is not remembered. */
  async get(key: string, make: Make): Promise<KeptAnswer> {
    return this.#fresh(key) ?? this.#make(key, make)
  }

  /** Something was written: whoever asks from now on gets it from the database. */
  forget(): void {
    this.#generation += 1
    this.#held.clear()
    this.#bytes = 0
  }

  #fresh(key: string): KeptAnswer | undefined {
    const held = this.#held.get(key)
    if (!held) return undefined
    const now = performance.now()
    if (now >= held.until) return undefined
    if (now - held.since > renewAfterMs) this.#renew(key, held)
    return held.answer
  }

  #renew(key: string, { make }: Held): void {
    // It fails in the background for nobody; whoever asks after the old one's time is told why.
    if (this.#making.get(key)?.generation !== this.#generation) void this.#make(key, make).catch(() => undefined)
  }

  /** Whoever asks while the same is being made waits for it, unless something was written since that began or it takes too long to be true. */
  #make(key: string, make: Make): Promise<KeptAnswer> {
    const generation = this.#generation
    const since = performance.now()
    const making = this.#making.get(key)
    if (making?.generation === generation && since - making.since < freshMs) return making.result
    const result = this.#makeNow(key, make, generation, since).finally(() => {
      if (this.#making.get(key)?.result === result) this.#making.delete(key)
    })
    this.#making.set(key, { generation, since, result })
    return result
  }

  async #makeNow(key: string, make: Make, generation: number, since: number): Promise<KeptAnswer> {
    const answer = await KeptAnswer.of(await make(), since)
    if (generation === this.#generation) this.#hold(key, { answer, make, since, until: since + Math.min(freshMs, answer.turnsIn) })
    return answer
  }

  /** The newest go to the end; the oldest leave when there is no room. */
  #hold(key: string, held: Held): void {
    this.#drop(key)
    this.#held.set(key, held)
    this.#bytes += held.answer.bytes
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= mostBytes) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.answer.bytes ?? 0
    this.#held.delete(key)
  }
}
