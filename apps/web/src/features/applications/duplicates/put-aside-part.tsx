import { useState } from 'react'
import { Button, Failure } from '../../../components/index.js'
import type { ApplicationDetail, SetAsideInput, Step } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import styles from './duplicates.module.css'
import { SetAsideDialog } from './set-aside-dialog.js'
import { useDeciding } from './use-deciding.js'

const takesPart: readonly Step[] = ['received', 'confirmed', 'unproven']
const known: readonly SetAsideInput['reason'][] = ['duplicate', 'ineligible', 'house-rules', 'other']

/** Beside an application: why it was set aside and the way back, or the way to set it aside. Nothing once the list is frozen. */
export function PutAsidePart({ application, className }: { application: ApplicationDetail; className?: string | undefined }) {
  const t = useText('console')
  const { phase } = useCurrentEvent()
  const { allowed } = useDeciding()
  const [asking, setAsking] = useState(false)
  const open = phase === 'open' || phase === 'announced'
  if (application.putAside) return <PutAside aside={application.putAside} open={open} className={className} />
  if (!open || !allowed || !takesPart.includes(application.step)) return null
  const close = () => setAsking(false)
  return (
    <div className={className}>
      <Button variant="text" size="small" onClick={() => setAsking(true)} aria-label={t('duplicates.asideOf', { name: application.name })}>
        {t('duplicates.aside')}
      </Button>
      {asking && <SetAsideDialog people={[application]} onClose={close} onDone={close} />}
    </div>
  )
}

type AsideProps = { aside: NonNullable<ApplicationDetail['putAside']>; open: boolean; className: string | undefined }

function PutAside({ aside: { judgementId, reason, note, by, at }, open, className }: AsideProps) {
  const t = useText('console')
  const locale = useLocale()
  const { timeZone } = useCurrentEvent()
  const { allowed, judge } = useDeciding()
  const token = known.find((one) => one === reason)
  const when = formatMoment(at, timeZone, locale, { weekday: 'none', month: 'short' })
  return (
    <section className={className}>
      <h3>{t('step.setAside')}</h3>
      <p>{token ? t(`exclusions.reasons.${token}`) : <code>{reason}</code>}</p>
      {note && (
        <blockquote className={styles.quote}>
          <bdi>{note}</bdi>
        </blockquote>
      )}
      {judgementId && <p className="small soft">{t.rich('duplicates.by', { who: <bdi>{by ?? t('exclusions.somebody')}</bdi>, when })}</p>}
      {open && allowed && judgementId && (
        <Button variant="quiet" size="small" busy={judge.isPending} onClick={() => judge.mutate({ act: `judgements/${judgementId}/undo` })}>
          {t('duplicates.undo')}
        </Button>
      )}
      <Failure of={judge.error} />
    </section>
  )
}
