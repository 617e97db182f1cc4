import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { webFolder } from './pages/page-template.js'

const yearInSeconds = 31_536_000

/** The web app's files: those under /assets have a hash in their names and never change; the few beside index.html may. */
export async function serveWebFiles(app: NestFastifyApplication): Promise<void> {
  const assets = join(webFolder, 'assets')
  if (!existsSync(assets)) return
  await app.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', `public, max-age=${yearInSeconds}, immutable`),
  })
  await app.register(fastifyStatic, {
    root: webFolder,
    prefix: '/',
    decorateReply: false,
    wildcard: false,
    index: false,
    globIgnore: ['index.html', 'assets/**'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', 'public, max-age=3600')
      // The verifier is there to be read, so a browser shall show it.
      if (path.endsWith('.py')) reply.header('content-type', 'text/plain; charset=utf-8')
    },
  })
}
