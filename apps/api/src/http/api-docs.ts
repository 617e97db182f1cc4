import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'
import { Problem } from './problem.js'

/** The description of the API, made from the controllers. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Tweetup')
    .setDescription(
      'Events for a brand’s followers: applications, a draw anyone can re-run, invitations, the door and the thanks. Errors are problem documents (RFC 9457).',
    )
    .setVersion('1')
    .addCookieAuth('tweetup')
    .addBearerAuth()
    .build()
  const document = SwaggerModule.createDocument(app, about, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  })
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation) operation.responses.default = { description: 'A problem document', content }
    }
  }
  return document
}

/** The description at /api/openapi.json, and a page to read it at /api/docs. */
export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json', yamlDocumentUrl: 'api/openapi.yaml' })
}
