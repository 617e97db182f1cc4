import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { loadConfig } from '../../apps/api/src/config/config.js'
import { FileDisk } from '../../apps/api/src/files/file-disk.js'

/** Keeps what is put under a path and gives it back: as much of S3 as a bucket of pictures needs. */
function bucketServer(kept: Map<string, Buffer>, requests: string[]): Server {
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://bucket').pathname
    requests.push(`${request.method} ${path} ${request.headers.authorization?.split(' ')[0] ?? 'unsigned'}`)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'PUT') kept.set(path, Buffer.concat(chunks))
      if (request.method === 'DELETE') kept.delete(path)
      const found = request.method === 'GET' ? kept.get(path) : Buffer.alloc(0)
      response.writeHead(found ? 200 : 404, { etag: '"x"' }).end(found)
    })
  })
}

let server: Server
const kept = new Map<string, Buffer>()
const requests: string[] = []

beforeEach(async () => {
  server = bucketServer(kept, requests)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('pictures in a bucket', () => {
  it('are written, read and removed by signed requests', async () => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const config = loadConfig({
      SECRET_KEY: 'a secret key that only tests know',
      FILES_URL: `s3+http://key:secret@127.0.0.1:${port}/pictures?region=eu-west-1`,
    })
    const disk = await FileDisk.open(config)
    await disk.write('ab/one/large.webp', Buffer.from('a picture'), 'image/webp')
    expect([...kept.keys()]).toEqual(['/pictures/ab/one/large.webp'])
    expect((await disk.read('ab/one/large.webp')).toString()).toBe('a picture')
    await disk.remove('ab/one/large.webp')
    expect(kept.size).toBe(0)
    expect(requests.every((line) => line.endsWith('AWS4-HMAC-SHA256'))).toBe(true)
  })
})
