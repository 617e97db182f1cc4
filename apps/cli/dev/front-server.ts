import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http'
import { readFileSync } from 'node:fs'
import { type ViteDevServer, createServer as createVite } from 'vite'
import { inRoot } from '../root.js'
import type { ServerProcess } from './server-process.js'

export interface FrontServer {
  /** Vite's eye on the pages' sources, which others may have look at more. */
  watcher: ViteDevServer['watcher']
  listen(port: number, host: string): Promise<void>
  close(): Promise<void>
}

/** One address for both: what is source of the pages comes from Vite with hot reload, everything else from the API. */
export async function createFrontServer(apiPort: number, api: ServerProcess): Promise<FrontServer> {
  const server = createServer()
  const vite = await createVite({
    root: inRoot('apps', 'web'),
    appType: 'custom',
    logLevel: 'warn',
    clearScreen: false,
    server: { middlewareMode: true, hmr: { server }, fs: { allow: [inRoot()] } },
  })
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.url === '/index.html') return void sendShell(vite, outgoing)
    vite.middlewares(incoming, outgoing, () => void forward(incoming, outgoing, apiPort, api))
  })
  return {
    watcher: vite.watcher,
    listen: (port, host) => new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve)),
    close: () => closeAll(server, vite),
  }
}

/** The shell that the API fills: index.html with what Vite needs for hot reload. */
async function sendShell(vite: ViteDevServer, outgoing: ServerResponse): Promise<void> {
  const html = await vite.transformIndexHtml('/index.html', readFileSync(inRoot('apps', 'web', 'index.html'), 'utf8'))
  outgoing.setHeader('content-type', 'text/html; charset=utf-8').end(html)
}

/** Hands a request on once the API answers, so that a reload during a restart only takes a moment longer. */
async function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number, api: ServerProcess): Promise<void> {
  if (!(await api.ready()))
    return void outgoing.writeHead(503).end('The server stopped: see the terminal. It starts again with the next change.\n')
  const upstream = request(
    { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    },
  )
  upstream.on('error', () =>
    outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end('The server is restarting: load the page again.\n'),
  )
  outgoing.on('close', () => upstream.destroy())
  incoming.pipe(upstream)
}

async function closeAll(server: Server, vite: ViteDevServer): Promise<void> {
  await vite.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
