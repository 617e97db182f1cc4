import { readFileSync } from 'node:fs'
import fastify from 'fastify'

// A bare Fastify that answers with given bytes: what a page costs at the least. The file it is given names each path with its headers and body.
const [file = ''] = process.argv.slice(2)
const server = fastify()
for (const { path, headers, body } of JSON.parse(readFileSync(file, 'utf8'))) {
  const bytes = Buffer.from(body, 'base64')
  server.get(path, (request, reply) => {
    if (request.headers['if-none-match'] === headers.etag) return reply.code(304).header('etag', headers.etag).send()
    return reply.headers(headers).send(bytes)
  })
}
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`)
