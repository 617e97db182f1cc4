import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A file made for one person. */
export interface PersonalFile {
  readonly body: Buffer | string
  readonly type: 'text/calendar; charset=utf-8' | 'application/pdf' | 'image/png'
  /** ASCII only: what it is saved as. */
  readonly name: string
  /** Shown in the browser, or saved at once. */
  readonly disposition: 'inline' | 'attachment'
}

/** Sends a file that only its owner may keep, and an empty 304 when she has it already. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, { body, type, name, disposition }: PersonalFile): void {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex')
  const known = request.headers['if-none-match']?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag)
  if (known) void reply.code(304).send()
  else void reply.header('content-type', type).header('content-disposition', `${disposition}; filename="${name}"`).send(body)
}
