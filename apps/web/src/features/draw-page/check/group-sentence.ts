import type { VerifyStepId } from '#draw'
import type { PublicDraw, PublicEvent } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment, timeLeft } from '../../../lib/time.js'
import type { CheckGroup } from './check-groups.js'

/** What one line of the check says: what will be looked at, or what was found. */
export function useGroupSentence({ id, state, steps }: CheckGroup, { timeZone }: PublicEvent, draw: PublicDraw): string {
  const t = useText('draw')
  const locale = useLocale()
  if (state === 'failed' || state === 'skipped' || state === 'notYet') return t(`check.${state}`)
  if (state !== 'ok') return t(`check.${id}.plan`)

  const fact = (step: VerifyStepId, name: string) => steps.find(({ step: { id } }) => id === step)?.step.facts[name]
  const figure = (step: VerifyStepId, name: string) => Number(fact(step, name) ?? 0)
  switch (id) {
    case 'list':
      return t('check.list.found', { count: figure('list', 'members') })
    case 'seal':
      return t('check.seal.found', { when: draw.committedAt ? formatMoment(draw.committedAt, timeZone, locale) : '' })
    case 'number': {
      if (fact('beacon', 'kind') === 'trial') return t('check.number.trial')
      const { days, hours, minutes } = timeLeft(draw.roundTime ?? '', new Date(draw.committedAt ?? 0).getTime())
      return t('check.number.found', { hours: days * 24 + hours, minutes })
    }
    case 'order':
      return t('check.order.found', { count: figure('order', 'count') })
    case 'seats':
      if (draw.state !== 'drawn') return t('check.seats.ready', { seats: draw.counts?.seats ?? 0 })
      return t('check.seats.found', { seats: figure('seats', 'heldSeats'), count: Math.max(0, figure('log', 'events') - 1) })
  }
}
