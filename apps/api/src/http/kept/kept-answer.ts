import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptedCoding, type Coding, encoded } from './content-codings.js'

/** An answer that is the same for everybody who asks in the same language. */
export interface MadeAnswer {
  readonly body: string
  readonly type: string
  /** Of the installation, when the answer was true; it stands in the body and does not count as a change of it. */
  readonly now: Date
  /** When it must be made anew though nothing was written: an event opens, closes, begins. */
  readonly turnsAt: Date | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly vary: string
}

/**
 * Shared caches keep it for a second and browsers ask each time. One more second in which a cache may answer while it asks is what makes
 * a thousand readers one question.
 */
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=1'

/** An answer, ready to be sent: every header and every coding is worked out once, so that a request costs a look-up and a write. */
export class KeptAnswer {
  readonly bytes: number
  /** As Latin-1 text, byte for byte: Node sends a head and a text in one write, a head and a buffer in two. */
  readonly #bodies: Partial<Record<Coding, string>>
  readonly #heads = new Map<Coding, readonly string[]>()
  readonly #unchangedHead: readonly string[]

  private constructor(
    private readonly made: MadeAnswer,
    private readonly madeAt: number,
    bodies: Partial<Record<Coding, Buffer>>,
    readonly tag: string,
  ) {
    this.#bodies = Object.fromEntries(Object.entries(bodies).map(([coding, body]) => [coding, body.toString('latin1')]))
    this.bytes = Object.values(bodies).reduce((sum, { length }) => sum + length, 2000)
    const cached = ['etag', tag, 'cache-control', cacheControl, 'vary', made.vary]
    this.#unchangedHead = cached
    const all = [...cached, 'content-type', made.type, ...Object.entries(made.headers).flat()]
    for (const [coding, body] of Object.entries(bodies) as [Coding, Buffer][]) {
      const head = [...all, 'content-length', String(body.length)]
      this.#heads.set(coding, coding === 'identity' ? head : [...head, 'content-encoding', coding])
    }
  }

  /** `madeAt`: performance.now() when its facts were read. */
  static async of(made: MadeAnswer, madeAt: number): Promise<KeptAnswer> {
    const body = Buffer.from(made.body)
    const timeless = made.body.replaceAll(made.now.toISOString(), '')
    const tag = `W/"${createHash('sha256').update(timeless).update(made.vary).digest('base64url').slice(0, 22)}"`
    return new KeptAnswer(made, madeAt, await encoded(body), tag)
  }

  /** Milliseconds from when it was made until the clock alone makes it wrong. */
  get turnsIn(): number {
    return this.made.turnsAt === undefined ? Number.POSITIVE_INFINITY : this.made.turnsAt.getTime() - this.made.now.getTime()
  }

  /** Writes it, or 304 to whoever has it. Past Fastify's reply, whose hooks have nothing left to do. */
  send(request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack()
    const { raw } = reply
    const coding = acceptedCoding(request.headers['accept-encoding'])
    const sent = this.#bodies[coding] ? coding : 'identity'
    // The body's own time is when it was made; a reader who has had it for an hour learns here what time it is.
    const time = this.made.now.getTime() + performance.now() - this.madeAt
    const timing = ['server-timing', `now;dur=${Math.round(time)}`]
    if (isHeld(request.headers['if-none-match'], this.tag)) {
      raw.writeHead(304, [...this.#unchangedHead, ...timing])
      raw.end()
      return
    }
    raw.writeHead(200, [...(this.#heads.get(sent) ?? []), ...timing])
    raw.end(this.#bodies[sent], 'latin1')
  }
}

/** Whether an If-None-Match header names this version (RFC 9110, 13.1.2: compared weakly). */
export function isHeld(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header === tag || header.trim() === '*') return true
  return header.split(',', 50).some((one) => opaque(one) === opaque(tag))
}

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')
