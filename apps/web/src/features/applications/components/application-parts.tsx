import { Fact, Facts, StateMark, Timeline, TimelineItem } from '../../../components/index.js'
import type { ApplicationDetail, DeliveryState, StampMark } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { formatMoment } from '../../../lib/time.js'
import { AnswerValue, countryName, HandleName } from '../../questions/index.js'
import { NamesList } from '../../together/index.js'
import { answerFileUrl, type Which } from '../story-api.js'
import styles from './application-panel.module.css'
import { ProofFact } from './proof-fact.js'
import { StepMark } from './step-mark.js'

/** Where an application stands, with its ticket. */
export function Marks({ application: { step, ticketNumber, rank } }: { application: ApplicationDetail }) {
  const t = useText('console')
  return (
    <p className={styles.marks}>
      <StepMark step={step} />
      <span className="mono">{ticketNumber}</span>
      {rank !== null && <span className="small soft">{t('applications.rankOf', { rank: formatNumber(rank) })}</span>}
    </p>
  )
}

/** How somebody is reached, and what is known of her. */
export function PersonFacts({ application }: { application: ApplicationDetail }) {
  const t = useText('console')
  const locale = useLocale()
  const { email, handle, handleProven, together, country, returning } = application
  return (
    <Facts className={styles.facts}>
      <Fact name={t('applications.address')}>
        <a href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
      </Fact>
      {together.length > 0 && (
        <Fact name={t('together.title')}>
          <NamesList names={together} />
        </Fact>
      )}
      <Fact name={t('applications.handle')}>
        {handle ? <HandleName handle={handle} /> : t('applications.noHandle')}
        {handle && <small className="soft"> {t(handleProven ? 'applications.proven' : 'applications.claimed')}</small>}
      </Fact>
      <ProofFact applicationId={application.id} />
      {country && <Fact name={t('applications.column.country')}>{countryName(country, locale)}</Fact>}
      <Fact name={t('applications.column.fan')}>{t(returning ? 'applications.fanReturning' : 'applications.fanNew')}</Fact>
    </Facts>
  )
}

export function Answers({ answers, which }: Pick<ApplicationDetail, 'answers'> & { which: Which }) {
  const t = useText('console')
  return (
    <section className={styles.part}>
      <h3>{t('applications.answers')}</h3>
      {answers.length ? (
        <dl className={styles.answers}>
          {answers.map(({ questionId, label, type, answer, file }) => (
            <div key={questionId}>
              <dt>{label}</dt>
              <dd>
                <AnswerValue answer={answer} type={type} fileOf={(id) => ({ name: file?.name ?? null, url: answerFileUrl(which, id) })} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="small soft">{t('applications.noAnswers')}</p>
      )}
    </section>
  )
}

export function Happenings({ timeline, timeZone }: Pick<ApplicationDetail, 'timeline'> & { timeZone: string }) {
  const t = useText('console')
  return (
    <section className={styles.part}>
      <h3>{t('applications.timeline')}</h3>
      <Timeline>
        {timeline.map((mark) => (
          <Happened key={mark.kind} mark={mark} timeZone={timeZone} />
        ))}
      </Timeline>
    </section>
  )
}

function Happened({ mark: { kind, at, values }, timeZone }: { mark: StampMark; timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  const rank = values.rank
  // A seat that moved on says why, where the server does.
  const state = `event.${values.state ?? ''}`
  const title = kind === 'passedOn' && t.has(state) ? t(state) : t(`event.${kind}`, { rank: typeof rank === 'number' ? rank : 0 })
  return (
    <TimelineItem
      state="done"
      when={<time dateTime={at}>{formatMoment(at, timeZone, locale, { weekday: 'short', month: 'short' })}</time>}
      title={title}
    />
  )
}

const tints: Record<DeliveryState, 'plain' | 'done' | 'attention' | 'danger'> = {
  queued: 'plain',
  sent: 'done',
  deferred: 'attention',
  bounced: 'danger',
  failed: 'danger',
  blocked: 'plain',
  withheld: 'plain',
}

export function Mails({ deliveries, timeZone }: Pick<ApplicationDetail, 'deliveries'> & { timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  return (
    <section className={styles.part}>
      <h3>{t('applications.mails')}</h3>
      {!deliveries.length && <p className="small soft">{t('applications.noMails')}</p>}
      <ul className={styles.mails}>
        {deliveries.map(({ template, state, sentAt }, index) => {
          const name = `messages.templates.${template}`
          return (
            <li key={`${template}-${index}`}>
              <span>
                {t.has(name) ? t(name) : template}
                <small>{sentAt && formatMoment(sentAt, timeZone, locale, { weekday: 'short', month: 'short' })}</small>
              </span>
              <StateMark tint={tints[state]}>{t(`messages.states.${state}`)}</StateMark>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
