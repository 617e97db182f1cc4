import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { EmptyState, Loaded, PageHead, StateMark } from '../../../components/index.js'
import type { MessageSummary } from '../../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatMoment } from '../../../lib/time.js'
import { useCurrentEvent } from '../../events/index.js'
import { useMessages } from '../api.js'
import styles from './messages-page.module.css'

/** Which mails the event sent, to how many, and how they fared. */
export function MessagesPage() {
  const t = useText('console')
  const event = useCurrentEvent()
  const { organization } = useMembership()
  return (
    <div className={styles.page}>
      <PageHead title={t('messages.title', { event: event.title })} heading={t('messages.heading')} below={t('messages.lede')} />
      <Loaded of={useMessages(organization.slug, event.id)}>
        {(items) =>
          items.length ? (
            <ul className={styles.rows}>
              {items.map((message) => (
                <MessageRow key={message.template} message={message} timeZone={event.timeZone} />
              ))}
            </ul>
          ) : (
            <div className={styles.empty}>
              <EmptyState as="h2" title={t('messages.none')}>
                {t('messages.noneText')}
              </EmptyState>
            </div>
          )
        }
      </Loaded>
    </div>
  )
}

function MessageRow({ message, timeZone }: { message: MessageSummary; timeZone: string }) {
  const t = useText('console')
  const locale = useLocale()
  const { template, count, lastAt } = message
  const name = `messages.templates.${template}`
  return (
    <li className={styles.row}>
      <div>
        <b>{t.has(name) ? t(name) : template}</b>
        {lastAt && (
          <small>
            {t('messages.last')} {formatMoment(lastAt, timeZone, locale, { weekday: 'short', month: 'short' })}
          </small>
        )}
      </div>
      <span className={styles.count}>
        {formatNumber(count)} <small>{t('messages.people', { count })}</small>
      </span>
      <Fate message={message} />
    </li>
  )
}

function Fate({ message: { count, sent, failed } }: { message: MessageSummary }) {
  const t = useText('console')
  const waiting = count - sent - failed
  if (failed > 0)
    return (
      <StateMark tint="danger" icon={IconAlertTriangle}>
        {t('messages.failedCount', { count: failed })}
      </StateMark>
    )
  return waiting > 0 ? (
    <StateMark icon={IconClock}>{t('messages.waiting', { count: waiting })}</StateMark>
  ) : (
    <StateMark tint="done" icon={IconCheck}>
      {t('messages.failedCount', { count: 0 })}
    </StateMark>
  )
}
