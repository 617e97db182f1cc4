import { IconBan, IconCheck, IconHourglass, IconScale, IconX, type TablerIcon } from '@tabler/icons-react'
import { type ComponentProps, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, PersonName, StateMark } from '../../../components/index.js'
import type { Exclusion } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { DecideDialog, type Question } from './decide-dialog.js'
import styles from './exclusions.module.css'

type Look = { icon: TablerIcon; tint: ComponentProps<typeof StateMark>['tint'] }

const looks: Record<Exclusion['state'] | 'appealed', Look> = {
  open: { icon: IconHourglass, tint: 'attention' },
  approved: { icon: IconBan, tint: 'danger' },
  rejected: { icon: IconX, tint: 'plain' },
  ended: { icon: IconX, tint: 'plain' },
  reinstated: { icon: IconCheck, tint: 'done' },
  appealed: { icon: IconScale, tint: 'attention' },
}

/** One request: whom it is about, who asked, what was said, and what this member can do about it. */
export function ExclusionRow({ item, named }: { item: Exclusion; named: boolean }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const [question, setQuestion] = useState<Question | null>(null)
  const moment = (at: string) => formatMoment(at, event.timeZone, locale, { weekday: 'short', month: 'short' })
  const { appeal, can } = item
  const look = appeal?.state === 'open' ? 'appealed' : item.state
  return (
    <li className={styles.row}>
      <div className={styles.top}>
        {named && (
          <Link to={paths.consoleEventPage(organization.slug, event.id, `applications/${item.applicationId}`)} className={styles.name}>
            <PersonName>{item.name}</PersonName>
          </Link>
        )}
        <StateMark icon={looks[look].icon} tint={looks[look].tint}>
          {t(`exclusions.state.${look}`)}
        </StateMark>
      </div>
      <p>
        {t.rich('exclusions.askedBy', {
          who: <bdi>{item.askedBy ?? t('exclusions.somebody')}</bdi>,
          when: moment(item.askedAt),
          reason: t(`exclusions.reasons.${item.reason}`),
        })}
        <Outcome item={item} moment={moment} />
      </p>
      {item.note && <Quote>{item.note}</Quote>}
      {appeal && (
        <>
          <p>{t('exclusions.appeal', { when: moment(appeal.at) })}</p>
          <Quote>{appeal.text}</Quote>
          {appeal.state !== 'open' && (
            <p>
              {t.rich(`exclusions.appealState.${appeal.state}`, {
                who: <bdi>{appeal.decidedBy ?? t('exclusions.somebody')}</bdi>,
                when: appeal.decidedAt ? moment(appeal.decidedAt) : '',
              })}
            </p>
          )}
          {appeal.answer && <Quote>{appeal.answer}</Quote>}
        </>
      )}
      <Acts can={can} onAsk={setQuestion} />
      {question && <DecideDialog item={item} question={question} onClose={() => setQuestion(null)} />}
    </li>
  )
}

const Quote = ({ children }: { children: string }) => (
  <blockquote className={styles.quote}>
    <bdi>{children}</bdi>
  </blockquote>
)

/** What became of the request. */
function Outcome({ item, moment }: { item: Exclusion; moment: (at: string) => string }) {
  const t = useText('console')
  if (item.state === 'open' || !item.decidedAt) return null
  const when = moment(item.decidedAt)
  if (item.state === 'ended') return <> {t(`exclusions.ended.${item.endedBecause ?? 'left'}`, { when })}</>
  return (
    <>
      {' '}
      {t.rich(item.state === 'rejected' ? 'exclusions.rejectedBy' : 'exclusions.approvedBy', {
        who: <bdi>{item.decidedBy ?? t('exclusions.somebody')}</bdi>,
        when,
      })}
    </>
  )
}

function Acts({ can, onAsk }: { can: Exclusion['can']; onAsk: (question: Question) => void }) {
  const t = useText('console')
  const acts: Question[] = [
    ...(can.decide ? (['approval', 'rejection'] as const) : []),
    ...(can.takeBack ? (['taking-back'] as const) : []),
    ...(can.decideAppeal ? (['appeal/grant', 'appeal/refusal'] as const) : []),
  ]
  if (!acts.length) return null
  return (
    <div className={styles.acts}>
      {acts.map((act) => (
        <Button key={act} variant="quiet" size="small" onClick={() => onAsk(act)}>
          {t(`exclusions.do.${act}`)}
        </Button>
      ))}
    </div>
  )
}
