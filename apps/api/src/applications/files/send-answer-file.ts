import type { FastifyReply } from 'fastify'
import type { AnswerFile } from './answer-file.repository.js'

/** Sends a file of somebody's to those who may see it. A PDF is never opened in our own name: it is saved, and could run nothing here. */
export function sendAnswerFile(reply: FastifyReply, { kind, contentType, name }: AnswerFile, bytes: Buffer): void {
  const usual = kind === 'pdf' ? 'file.pdf' : 'picture.webp'
  const written = kind === 'image' && name !== null ? `${name.replace(/\.[^.]*$/, '')}.webp` : (name ?? usual)
  reply
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', `${kind === 'pdf' ? 'attachment' : 'inline'}; filename="${usual}"; filename*=UTF-8''${encoded(written)}`)
    .type(contentType)
    .send(bytes)
}

/** RFC 8187; encodeURIComponent leaves some characters that it has not. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
