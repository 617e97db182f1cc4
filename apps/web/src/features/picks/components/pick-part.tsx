import { useState } from 'react'
import { pickReasons } from '#policy'
import { may } from '#permissions'
import { Button } from '../../../components/index.js'
import type { ApplicationDetail, PickItem, PickReason } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { usePicks } from '../api.js'
import { GiveSeatDialog } from './give-seat-dialog.js'
import styles from './pick-part.module.css'
import { TakeBackButton } from './take-back-button.js'
import { useReasonText } from './use-reason-text.js'

type Props = { application: Pick<ApplicationDetail, 'id' | 'name' | 'step'>; className?: string | undefined }

/** Beside an application: whether she has a seat that the team gives, and the way to give or take it. Nothing where there are none. */
export function PickPart({ application, className }: Props) {
  const t = useText('console')
  const { organization, role } = useMembership()
  const event = useCurrentEvent()
  const picks = usePicks(organization.slug, event.id)
  const [giving, setGiving] = useState(false)
  if (!picks.data || !may(role, 'seats.pick')) return null
  const { declared, given, open, items } = picks.data
  const pick = items.find(({ applicationId }) => applicationId === application.id)
  if (!pick && (declared === 0 || !open || application.step !== 'confirmed')) return null
  const known = pickReasons.find((reason) => reason === pick?.reason) ?? null
  return (
    <section className={className}>
      <h3>{t('picks.part')}</h3>
      {pick ? <Given pick={pick} /> : <p className="small soft">{t('picks.state', { given, declared })}</p>}
      {open && (
        <div className={styles.actions}>
          {(pick || given < declared) && (
            <Button variant={pick ? 'text' : 'quiet'} size="small" onClick={() => setGiving(true)}>
              {t(pick ? 'picks.change' : 'picks.give')}
            </Button>
          )}
          {pick && <TakeBackButton applicationId={application.id} name={application.name} />}
        </div>
      )}
      {giving && (
        <GiveSeatDialog
          applicationId={application.id}
          name={application.name}
          reason={known satisfies PickReason | null}
          onClose={() => setGiving(false)}
        />
      )}
    </section>
  )
}

function Given({ pick: { reason, pickedBy, pickedAt } }: { pick: PickItem }) {
  const t = useText('console')
  const locale = useLocale()
  const event = useCurrentEvent()
  const reasonText = useReasonText()
  const at = formatMoment(pickedAt, event.timeZone, locale, { weekday: 'short', month: 'short' })
  return (
    <p className="small">
      <strong>{reasonText(reason)}</strong>
      <br />
      <span className="soft">{pickedBy === null ? t('picks.byScore', { at }) : t('picks.by', { name: pickedBy, at })}</span>
    </p>
  )
}
