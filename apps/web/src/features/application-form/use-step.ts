import { useSearchParams } from 'react-router'
import type { Step } from './form-plan.js'

/**
 * The step lives in the address, so that the phone's own Back goes one step back and not out of the form. Nobody lands on a step whose forerunners are
 * not filled in, nor on one that does not apply to her. Steps keep their number, whichever of them apply.
 */
export function useStep(all: readonly Step[], shown: readonly Step[], isComplete: (step: Step) => boolean) {
  const [search, setSearch] = useSearchParams()
  const wanted = all[Math.min(all.length, Math.max(1, Math.trunc(Number(search.get('step'))) || 1)) - 1]
  const upTo = all.indexOf(wanted as Step)
  const reachable = shown.filter((step) => all.indexOf(step) <= upTo)
  const firstOpen = reachable.slice(0, -1).find((step) => !isComplete(step))
  const step = firstOpen ?? reachable.at(-1) ?? ({ name: 'you', asksHandle: false } satisfies Step)
  const goTo = (target: Step) => {
    if (target !== step) setSearch({ step: String(all.indexOf(target) + 1) }, { preventScrollReset: true })
  }
  return { step, goTo }
}
