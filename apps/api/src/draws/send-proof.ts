import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A proof on its way to whoever wants to check it. */
export interface Proof {
  /** Hash of the last line of the log: whoever has this proof already needs no other. */
  readonly head: string
  readonly pieces: AsyncIterable<string | Uint8Array>
}

/** Sends a proof piece by piece, and an empty 304 to whoever has it. It may be kept by anybody, and asked about each time: the log goes on. */
export function sendProof(request: FastifyRequest, reply: FastifyReply, name: string, type: string, { head, pieces }: Proof): void {
  const tag = `"${head}"`
  void reply.header('etag', tag).header('cache-control', 'public, no-cache')
  const known = request.headers['if-none-match']?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag)
  if (known) void reply.code(304).send()
  else void reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Readable.from(pieces))
}
