import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../support/app.js'

interface Operation {
  readonly operationId: string
  readonly summary?: string
  readonly security?: readonly object[]
}
interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

describe('the description of the API', () => {
  let app: TestApp
  let description: ApiDescription
  let routes: { readonly path: string; readonly operation: Operation }[]

  beforeAll(async () => {
    app = await startTestApp()
    description = (await app.client().get('/api/openapi.json')).body as ApiDescription
    routes = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.values(operations).map((operation) => ({ path, operation })),
    )
  })
  afterAll(() => app?.close())

  const operationsWhere = (wanted: (route: (typeof routes)[number]) => boolean) =>
    routes.filter(wanted).map(({ operation }) => operation.operationId)

  it('says in a sentence what each route does', () => {
    expect(routes.length).toBeGreaterThan(50)
    expect(operationsWhere(({ operation }) => !operation.summary)).toEqual([])
  })

  it('says of each route of an organization that it wants a session, and of each personal one that it wants its token', () => {
    const asks = ({ operation }: (typeof routes)[number], scheme: string) => operation.security?.some((way) => scheme in way) === true
    expect(operationsWhere((route) => route.path.startsWith('/api/organizations/') && !asks(route, 'cookie'))).toEqual([])
    expect(operationsWhere((route) => /^\/api\/me\b/.test(route.path) && !asks(route, 'bearer'))).toEqual([])
  })

  it('names no shape that it does not describe', () => {
    const references = JSON.stringify(description).match(/"#\/components\/schemas\/[^"]*"/g) ?? []
    const missing = references
      .map((reference) => reference.slice(22, -1))
      .filter((name) => !Object.hasOwn(description.components.schemas, name))
    expect(references.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})
