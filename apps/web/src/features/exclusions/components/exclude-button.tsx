import { useState } from 'react'
import { may } from '#permissions'
import { Button } from '../../../components/index.js'
import type { Step } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { ExcludeDialog } from './exclude-dialog.js'

export type Excludable = { applicationId: string; name: string; step: Step }

const excludable: readonly Step[] = ['entered', 'waitlisted', 'invited', 'coming']

/** The way to an exclusion, where there can be one: from the seal until the event begins. */
export function ExcludeButton({ person }: { person: Excludable }) {
  const t = useText('console')
  const { role } = useMembership()
  const { phase } = useCurrentEvent()
  const [asking, setAsking] = useState(false)
  const now = phase === 'closed' || phase === 'drawn'
  if (!now || !excludable.includes(person.step) || !may(role, 'exclusions.ask')) return null
  return (
    <>
      <Button variant="text" size="small" onClick={() => setAsking(true)} aria-label={t('exclusions.actOf', { name: person.name })}>
        {t('exclusions.act')}
      </Button>
      {asking && <ExcludeDialog person={person} onClose={() => setAsking(false)} />}
    </>
  )
}
