import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { TweetupConfig } from './config/config.js'
import { serveApiDocs } from './http/api-docs.js'
import { answerBadAddress } from './http/bad-address.js'
import { acceptJsonOnly } from './http/body-parsers.js'
import { DirectAnswers, serveDirectly } from './http/direct-answers.js'
import { KeptAnswers } from './http/kept/kept-answers.js'
import { serveKept } from './http/kept/serve-kept.js'
import { loggedError } from './http/logged-error.js'
import { PlainLogger } from './http/plain-logger.js'
import { refuseForeignOrigin } from './http/same-origin.js'
import { loggedPath, securityHeaders } from './http/security-headers.js'
import { serveWebFiles } from './http/web-files.js'

const megabyte = 1024 * 1024

/** One Nest application of these modules, set up the same for production and tests, not yet listening. */
export async function createApp(root: DynamicModule, config: TweetupConfig): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, httpAdapter(config), {
    bodyParser: false,
    abortOnError: false,
    logger: new PlainLogger(config.logLevel),
  })
  await setUpApp(app)
  return app
}

function httpAdapter(config: TweetupConfig): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: megabyte,
    multipart: false,
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // Names a request in a log and lies in no table: the random kind, which Node makes in advance, costs a tenth of ours.
    genReqId: () => randomUUID(),
    frameworkErrors: answerBadAddress(config),
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            serializers: {
              req: (request: { method: string; url: string; ip?: string }) => ({
                method: request.method,
                path: loggedPath(request.url),
                ip: request.ip,
              }),
              err: loggedError,
            },
            redact: ['headers.cookie', 'headers.authorization', 'req.headers'],
          },
  })
}

/** Everything between the socket and the controllers. */
export async function setUpApp(app: NestFastifyApplication): Promise<void> {
  const config = app.get(TweetupConfig)
  const server = app.getHttpAdapter().getInstance()
  acceptJsonOnly(server)
  await app.register(cookie)
  serveKept(server, app.get(KeptAnswers), config)
  await app.register(multipart, { limits: { fileSize: 12 * megabyte, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 50 } })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1400,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.url.split('?')[0] ?? '/', config))
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    refuseForeignOrigin(request, config)
  })
  serveDirectly(server, app.get(DirectAnswers))
  await serveWebFiles(app)
  serveApiDocs(app)
}
