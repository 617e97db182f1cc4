import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { paths } from '../../../app/paths.js'
import { EmptyState, Fact, Facts, Icon, Loaded, PersonName, StateMark, Timeline, TimelineItem } from '../../../components/index.js'
import type { ApplicationDetail, DeliveryState, StampMark } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { ExcludeButton, Exclusions } from '../../exclusions/index.js'
import { PickPart } from '../../picks/index.js'
import { useApplication } from '../api.js'
import { NamesList } from '../../together/index.js'
import styles from './application-panel.module.css'
import { ApplicationTags } from './application-tags.js'
import { StepMark } from './step-mark.js'

/** One application: who, answers, what happened, which mails went. */
export function ApplicationPanel({ applicationId }: { applicationId: string }) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const { search } = useLocation()
  const query = useApplication(organization.slug, event.id, applicationId)
  return (
    <aside className={styles.panel} aria-label={query.data?.name ?? t('applications.heading')}>
      <Link
        className={styles.close}
        to={{ pathname: paths.consoleEventPage(organization.slug, event.id, 'applications'), search }}
        aria-label={t('applications.close')}
      >
        <Icon of={IconX} />
      </Link>
      <Loaded of={query} gone={<EmptyState as="h2" title={t('problem.gone')} />}>
        {(application) => <Application application={application} eventId={event.id} timeZone={event.timeZone} />}
      </Loaded>
    </aside>
  )
}

function Application({ application, eventId, timeZone }: { application: ApplicationDetail; eventId: string; timeZone: string }) {
  const t = useText('console')
  const { name, email, handle, ticketNumber, rank, step } = application
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.name}>
        <PersonName>{name}</PersonName>
      </h2>
      <p className={styles.marks}>
        <StepMark step={step} />
        <span className="mono">{ticketNumber}</span>
        {rank !== null && <span className="small soft">{t('applications.rankOf', { rank: formatNumber(rank) })}</span>}
      </p>
      <Facts className={styles.facts}>
        <Fact name={t('applications.address')}>
          <a href={`mailto:${email}`}>
            <bdi>{email}</bdi>
          </a>
        </Fact>
        {application.together.length > 0 && (
          <Fact name={t('together.title')}>
            <NamesList names={application.together} />
          </Fact>
        )}
        <Fact name={t('applications.handle')}>{handle ? <bdi>{handle}</bdi> : t('applications.noHandle')}</Fact>
      </Facts>
      <Exclusions applicationId={application.id} />
      <PickPart application={application} className={styles.part} />
      <Answers answers={application.answers} />
      <ApplicationTags eventId={eventId} application={application} />
      <section className={styles.part}>
        <h3>{t('applications.timeline')}</h3>
        <Timeline>
          {application.timeline.map((mark) => (
            <Happened key={mark.kind} mark={mark} timeZone={timeZone} />
          ))}
        </Timeline>
      </section>
      <Mails deliveries={application.deliveries} timeZone={timeZone} />
      <div className={styles.part}>
        <ExcludeButton person={{ applicationId: application.id, name, step }} />
      </div>
    </>
  )
}

function Answers({ answers }: Pick<ApplicationDetail, 'answers'>) {
  const t = useText('console')
  return (
    <section className={styles.part}>
      <h3>{t('applications.answers')}</h3>
      {answers.length ? (
        <dl className={styles.answers}>
          {answers.map(({ questionId, label, answer }) => (
            <div key={questionId}>
              <dt>{label}</dt>
              <dd className={answer ? undefined : 'soft'}>{answer ? <bdi>{answer}</bdi> : t('applications.noAnswer')}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="small soft">{t('applications.noAnswers')}</p>
      )}
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
}

function Mails({ deliveries, timeZone }: Pick<ApplicationDetail, 'deliveries'> & { timeZone: string }) {
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
