import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
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

const time = ['server-timing', '']

/** What is sent in one coding. The last line of the head tells the time and is written anew for each request. */
interface Ready {
  readonly head: string[]
  /** As Latin-1 text, byte for byte: Node sends a head and a text in one write, a head and a buffer in two. */
  readonly body: string
}

/** An answer, ready to be sent: every header and every coding is worked out once, so that a request costs a look-up and a write. */
export class KeptAnswer {
  readonly bytes: number
  readonly #ready: Partial<Record<Coding, Ready>> & { readonly identity: Ready }
  readonly #unchangedHead: string[]

  private constructor(
    private readonly made: MadeAnswer,
    private readonly madeAt: number,
    bodies: Partial<Record<Coding, Buffer>> & { readonly identity: Buffer },
    readonly tag: string,
  ) {
    this.bytes = Object.values(bodies).reduce((sum, { length }) => sum + length, 2000)
    const cached = ['etag', tag, 'cache-control', cacheControl, 'vary', made.vary]
    const all = [...cached, 'content-type', made.type, ...Object.entries(made.headers).flat()]
    const ready = (coding: Coding, body: Buffer): Ready => ({
      head: [...all, ...(coding === 'identity' ? [] : ['content-encoding', coding]), 'content-length', String(body.length), ...time],
      body: body.toString('latin1'),
    })
    this.#unchangedHead = [...cached, ...time]
    const { identity, ...smaller } = bodies
    const codings = Object.entries(smaller) as [Coding, Buffer][]
    this.#ready = {
      ...Object.fromEntries(codings.map(([coding, body]) => [coding, ready(coding, body)])),
      identity: ready('identity', identity),
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

  /** Writes it, or 304 to whoever has it. */
  send({ headers }: IncomingMessage, response: ServerResponse): void {
    if (isHeld(headers['if-none-match'], this.tag)) {
      response.writeHead(304, this.#timed(this.#unchangedHead))
      response.end()
      return
    }
    const { head, body } = this.#ready[acceptedCoding(headers['accept-encoding'])] ?? this.#ready.identity
    response.writeHead(200, this.#timed(head))
    response.end(body, 'latin1')
  }

  /** The body's own time is when it was made; a reader who has had it for an hour learns here what time it is. */
  #timed(head: string[]): string[] {
    head[head.length - 1] = `now;dur=${Math.round(this.made.now.getTime() + performance.now() - this.madeAt)}`
    return head
  }
}

/** Whether an If-None-Match header names this version (RFC 9110, 13.1.2: compared weakly). */
export function isHeld(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header === tag || header.trim() === '*') return true
  return header.split(',', 50).some((one) => opaque(one) === opaque(tag))
}

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')
