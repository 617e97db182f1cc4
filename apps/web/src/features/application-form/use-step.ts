import { useSearchParams } from 'react-router'
import { type StepName, steps } from './check-step.js'

/**
 * The step lives in the address, so that the phone's own Back goes one step back and not out of the form. Nobody lands on a step whose forerunners are
 * not filled in.
 */
export function useStep(isComplete: (step: StepName) => boolean) {
  const [search, setSearch] = useSearchParams()
  const wanted = Math.min(steps.length, Math.max(1, Number(search.get('step')) || 1))
  const firstOpen = steps.slice(0, wanted - 1).findIndex((step) => !isComplete(step))
  const step = steps[firstOpen === -1 ? wanted - 1 : firstOpen] ?? 'you'
  const goTo = (target: StepName) => {
    if (target !== step) setSearch({ step: String(steps.indexOf(target) + 1) }, { preventScrollReset: true })
  }
  return { step, goTo }
}
