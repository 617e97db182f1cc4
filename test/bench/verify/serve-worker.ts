import { once } from 'node:events'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { loadConfig } from '../../../apps/api/src/config/config.js'
import { securityHeaders } from '../../../apps/api/src/http/security-headers.js'
import { inRoot } from '../../../apps/cli/root.js'
import type { BenchBundle } from './bundle.js'

const assets = inRoot('dist', 'web', 'assets')
const config = loadConfig({ SECRET_KEY: 'a secret key that only this bench knows' })

export interface ServedWorker {
  /** An empty page. */
  readonly url: string
  /** Path of the draw page's worker. */
  readonly worker: string
  close(): void
}

/** Serves what was built for the pages, and one proof, with the headers that the server gives them: no database is needed to read a proof. */
export async function serveWorker({ archive }: BenchBundle): Promise<ServedWorker> {
  const names = readdirSync(assets)
  const worker = names.find((name) => name.startsWith('check-worker-'))
  if (worker === undefined) throw new Error(`There is no worker in ${assets}: has it been built?`)
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const [, asset = ''] = /^\/assets\/([^/]+)$/.exec(path) ?? []
    response.setHeaders(new Map(Object.entries(securityHeaders(path, config))))
    if (path === '/') response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>')
    else if (path === '/draw.zip') send(response, archive, 'application/zip')
    else if (names.includes(asset)) send(response, join(assets, asset), 'text/javascript')
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, worker: `/assets/${worker}`, close: () => void server.close() }
}

function send(response: ServerResponse, file: string, type: string): void {
  response.setHeader('content-type', type).setHeader('content-length', statSync(file).size)
  createReadStream(file).pipe(response)
}
