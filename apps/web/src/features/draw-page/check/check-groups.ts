import type { VerifyStep, VerifyStepId } from '#draw'

export type CheckGroupId = 'list' | 'seal' | 'number' | 'order' | 'seats'
export type GroupState = 'waiting' | 'running' | 'ok' | 'failed' | 'skipped' | 'notYet'

export type CheckedStep = { step: VerifyStep; milliseconds: number }
export type CheckGroup = { id: CheckGroupId; state: GroupState; steps: readonly CheckedStep[]; seconds: number }

/** The protocol's nine checks as the five questions that people ask. */
const stepsOf: Record<CheckGroupId, readonly VerifyStepId[]> = {
  list: ['form', 'list'],
  seal: ['seal'],
  number: ['beacon', 'number'],
  order: ['order'],
  seats: ['log', 'seats', 'head'],
}

export const groupIds = Object.keys(stepsOf) as CheckGroupId[]
export const stepCount = Object.values(stepsOf).flat().length

export function groupsOf(done: readonly CheckedStep[], running: boolean): CheckGroup[] {
  let someoneRuns = !running
  return groupIds.map((id) => {
    const steps = done.filter(({ step }) => stepsOf[id].includes(step.id))
    const complete = steps.length === stepsOf[id].length
    const state = complete ? stateOf(steps) : someoneRuns ? 'waiting' : 'running'
    if (state === 'running') someoneRuns = true
    return { id, state, steps, seconds: steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000 }
  })
}

function stateOf(steps: readonly CheckedStep[]): GroupState {
  const has = (status: VerifyStep['status']) => steps.some(({ step }) => step.status === status)
  if (has('failed')) return 'failed'
  if (has('skipped')) return 'skipped'
  return has('not-yet') ? 'notYet' : 'ok'
}
