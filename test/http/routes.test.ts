import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { RequestMethod } from '@nestjs/common'
import { ModulesContainer, Reflector } from '@nestjs/core'
import { type Access, accessKey } from '../../apps/api/src/http/access.js'
import { DirectAnswers } from '../../apps/api/src/http/index.js'
import { startTestApp, type TestApp } from '../support/app.js'

interface Route {
  readonly name: string
  readonly post: boolean
  readonly path: string
  readonly access: Access | undefined
}

describe('every route of Tweetup', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app?.close())

  function routes(): Route[] {
    const reflector = app.get(Reflector)
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype),
    )
    return controllers.flatMap((controller) => {
      if (typeof controller !== 'function') return []
      const base = String(Reflect.getMetadata('path', controller) ?? '')
      return Object.getOwnPropertyNames(controller.prototype).flatMap((name): Route[] => {
        const handler = controller.prototype[name] as unknown
        if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler) || !Reflect.hasMetadata('method', handler)) return []
        return [
          {
            name: `${controller.name}.${name}`,
            post: Reflect.getMetadata('method', handler) === RequestMethod.POST,
            path: `${base}/${String(Reflect.getMetadata('path', handler))}`,
            access: reflector.getAllAndOverride<Access | undefined>(accessKey, [handler as () => void, controller]),
          },
        ]
      })
    })
  }

  it('says who may call it', () => {
    const all = routes()
    expect(all.length).toBeGreaterThan(10)
    expect(all.filter(({ access }) => !access).map(({ name }) => name)).toEqual([])
  })

  it('that is answered before any guard is asked is open to everybody', () => {
    const { paths } = app.get(DirectAnswers)
    expect(paths).not.toEqual([])
    const answered = routes().filter(({ post, path }) => post && paths.includes(path))
    expect(answered.map(({ access }) => access)).toEqual(paths.map(() => ({ kind: 'public' })))
  })
})
