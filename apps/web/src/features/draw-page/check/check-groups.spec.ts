import { describe, expect, test } from '@jest/globals'
import type { VerifyStep, VerifyStepId, VerifyStepStatus } from '#draw'
import { groupsOf, stepCount } from './check-groups.js'

const order: VerifyStepId[] = ['form', 'list', 'seal', 'log', 'beacon', 'number', 'order', 'seats', 'head']
const step = (id: VerifyStepId, status: VerifyStepStatus = 'ok') => ({
  step: { id, status, detail: '', facts: {} } satisfies VerifyStep,
  milliseconds: 100,
})
const states = (done: ReturnType<typeof step>[], running: boolean) => groupsOf(done, running).map(({ id, state }) => `${id} ${state}`)

describe('the check as five questions', () => {
  test('covers every step of the protocol', () => {
    expect(stepCount).toBe(order.length)
    expect(
      states(
        order.map((id) => step(id)),
        false,
      ),
    ).toEqual(['list ok', 'seal ok', 'number ok', 'order ok', 'seats ok'])
  })

  test('one runs, the others wait', () => {
    expect(states([], true)).toEqual(['list running', 'seal waiting', 'number waiting', 'order waiting', 'seats waiting'])
    expect(states([step('form'), step('list'), step('seal'), step('log')], true)).toEqual([
      'list ok',
      'seal ok',
      'number running',
      'order waiting',
      'seats waiting',
    ])
  })

  test('a failure in any step fails its question, whatever the others say', () => {
    const done = order.map((id) => step(id, id === 'head' ? 'failed' : 'ok'))
    expect(states(done, false).at(-1)).toBe('seats failed')
  })

  test('before the draw nothing is claimed about number and order', () => {
    const done = order.map((id) => step(id, id === 'number' || id === 'order' ? 'not-yet' : 'ok'))
    expect(states(done, false)).toEqual(['list ok', 'seal ok', 'number notYet', 'order notYet', 'seats ok'])
  })
})
