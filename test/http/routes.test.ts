import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ModulesContainer, Reflector } from '@nestjs/core'
import { type Access, accessKey } from '../../apps/api/src/http/access.js'
import { startTestApp, type TestApp } from '../support/app.js'

describe('every route of Tweetup', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app?.close())

  it('says who may call it', () => {
    const reflector = app.get(Reflector)
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype),
    )
    const routes = controllers.flatMap((controller) => {
      if (typeof controller !== 'function') return []
      return Object.getOwnPropertyNames(controller.prototype)
        .map((name) => ({ name: `${controller.name}.${name}`, handler: controller.prototype[name] as unknown, controller }))
        .filter(
          ({ handler }) => typeof handler === 'function' && Reflect.hasMetadata('path', handler) && Reflect.hasMetadata('method', handler),
        )
    })
    const silent = routes.filter(
      ({ handler, controller }) => !reflector.getAllAndOverride<Access | undefined>(accessKey, [handler as () => void, controller]),
    )
    expect(routes.length).toBeGreaterThan(10)
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})
