import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Verb } from '#permissions'
import { may } from '#permissions'
import { AccessRegistry, type Membership, TooMany } from '../../http/index.js'

const everyMs = 1000
const heartbeatMs = 5000
/** Pages of one person that one process keeps up to date at once. */
const mostOfOnePerson = 20
/** A reader who takes nothing in is let go; she comes back and gets all of it anew. */
const mostUnread = 1024 * 1024

type Read = () => Promise<object>

export interface Topic {
  /** Tells apart what is shown; it must name everything that it depends on. */
  readonly key: string
  readonly verb: Verb
  readonly read: Read
}

interface Viewer {
  readonly userId: string
  readonly reply: FastifyReply
}

interface Watched {
  readonly read: Read
  readonly viewers: Set<Viewer>
  timer: NodeJS.Timeout | undefined
  said: string | undefined
}

/**
 * Figures that move, as server-sent events. A process asks the database once a second for each thing that somebody looks at there, however many
 * look, and says it when it has changed: all of it, so that a reader who was away needs nothing but the next event. Processes need not know of each other, and whoever
 * writes applications notifies nobody: a NOTIFY in each of their transactions would make their commits queue up.
 */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  readonly #logger = new Logger('LiveStreams')
  readonly #watched = new Map<string, Watched>()

  constructor(private readonly access: AccessRegistry) {}

  /** Whether the caller wants to be kept up to date and not only an answer. */
  static wanted(request: FastifyRequest): boolean {
    return (request.headers.accept ?? '').includes('text/event-stream')
  }

  /** Answers the state now and then at each change, until the reader leaves or may not see it any more. Throws what reading throws. */
  async open(request: FastifyRequest, reply: FastifyReply, member: Membership, { key, verb, read }: Topic): Promise<void> {
    if (this.#streamsOf(member.userId) >= mostOfOnePerson) throw new TooMany(60)
    const first = JSON.stringify(await read())
    reply.hijack()
    if (reply.raw.destroyed) return
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    const viewer: Viewer = { userId: member.userId, reply }
    const watched = this.#watched.get(key) ?? { read, viewers: new Set(), timer: undefined, said: undefined }
    this.#watched.set(key, watched)
    watched.viewers.add(viewer)
    say(viewer, 'state', first)
    if (watched.said === undefined) {
      watched.said = timeless(first)
      this.#later(key, watched)
    }
    const heartbeat = setInterval(() => void this.#checkOn(request, viewer, member, verb), heartbeatMs)
    reply.raw.on('close', () => {
      clearInterval(heartbeat)
      this.#leave(key, watched, viewer)
    })
  }

  /** Lets everybody go, who then comes back to another process. */
  beforeApplicationShutdown(): void {
    for (const { viewers } of this.#watched.values()) for (const { reply } of viewers) reply.raw.end()
  }

  #streamsOf(userId: string): number {
    return [...this.#watched.values()].flatMap(({ viewers }) => [...viewers]).filter((viewer) => viewer.userId === userId).length
  }

  #later(key: string, watched: Watched): void {
    watched.timer = setTimeout(() => void this.#look(key, watched), everyMs)
  }

  async #look(key: string, watched: Watched): Promise<void> {
    try {
      const state = JSON.stringify(await watched.read())
      if (timeless(state) !== watched.said) {
        watched.said = timeless(state)
        for (const viewer of watched.viewers) say(viewer, 'state', state)
      }
    } catch (error) {
      this.#logger.warn(`Figures could not be read: ${error instanceof Error ? error.message : String(error)}`)
    }
    if (watched.viewers.size > 0) this.#later(key, watched)
  }

  #leave(key: string, watched: Watched, viewer: Viewer): void {
    watched.viewers.delete(viewer)
    if (watched.viewers.size > 0) return
    clearTimeout(watched.timer)
    if (this.#watched.get(key) === watched) this.#watched.delete(key)
  }

  /** A session may end and a membership be taken away while somebody looks. */
  async #checkOn(request: FastifyRequest, viewer: Viewer, { organizationId, organizationSlug }: Membership, verb: Verb): Promise<void> {
    try {
      const principal = await this.access.principalOf(request)
      const place = principal && (await this.access.membershipOf(principal.userId, organizationSlug))
      if (!place || place.organizationId !== organizationId || !may(place.role, verb)) {
        say(viewer, 'end', '{}')
        viewer.reply.raw.end()
      } else say(viewer, 'beat', '{}')
    } catch {
      // A database that is away for a moment ends nobody's session; without it there is nothing new to see either.
    }
  }
}

function say({ reply }: Viewer, event: 'state' | 'beat' | 'end', data: string): void {
  if (reply.raw.writableLength > mostUnread) reply.raw.destroy()
  else reply.raw.write(`event: ${event}\ndata: ${data}\n\n`)
}

/** The time alone is no news. */
const timeless = (state: string): string => state.replace(/"now":"[^"]*"/, '')
