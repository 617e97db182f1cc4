import { IconArrowRight, IconMail } from '@tabler/icons-react'
import { givenName } from '../../lib/given-name.js'
import { paths } from '../../app/paths.js'
import { ButtonLink, Icon, OrganizationMark, PageFooter, PageHeader, PersonName, Timeline, TimelineItem } from '../../components/index.js'
import type { PublicEvent, Receipt } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { tokenOf } from '../../lib/own-ticket.js'
import { formatMoment } from '../../lib/time.js'
import { ApplicationTicket, CopyLink } from '../ticket/index.js'
import styles from './receipt-page.module.css'

type Props = { event: PublicEvent; receipt: Receipt }

/** It arrived: the ticket with its first stamp, the one thing left to do, and the link that stays. */
export function ReceiptPage({ event, receipt }: Props) {
  const t = useText('apply')
  const locale = useLocale()
  const { timeZone, organization } = event
  const moment = (instant: string) => formatMoment(instant, timeZone, locale, { weekday: 'short', month: 'short' })
  return (
    <>
      <PageHeader mark={<OrganizationMark organization={organization} />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <div className={styles.words}>
          <p className="eyebrow">{t('receipt.eyebrow', { when: formatMoment(receipt.receivedAt, timeZone, locale) })}</p>
          <h1 className={styles.title} tabIndex={-1} ref={(heading) => heading?.focus()}>
            {t.rich('receipt.title', { name: <PersonName>{givenName(receipt.name)}</PersonName> })}
          </h1>
          <div className={styles.task}>
            <Icon of={IconMail} />
            <p>
              {t.rich('receipt.task', {
                email: <b className={styles.email}>{receipt.email}</b>,
                when: moment(receipt.closesAt),
                strong: (words) => <strong>{words}</strong>,
              })}
            </p>
          </div>
          <section className={styles.link}>
            <h2>{t('receipt.link.title')}</h2>
            <p className="small soft">{t('receipt.link.text')}</p>
            {event.handleProof.mode !== 'off' && <p>{t(`receipt.proof.${event.handleProof.mode}`)}</p>}
            <CopyLink address={receipt.personalUrl} />
            <ButtonLink to={paths.me(tokenOf(receipt.personalUrl))} iconAfter={IconArrowRight}>
              {t('receipt.link.open')}
            </ButtonLink>
          </section>
        </div>
        <div className={styles.ticket}>
          <ApplicationTicket
            event={event}
            name={receipt.name}
            number={receipt.ticketNumber}
            stamps={[{ kind: 'received', at: receipt.receivedAt, values: {} }]}
            landing
          />
        </div>
        <section className={styles.next}>
          <h2>{t('next.title')}</h2>
          <Timeline>
            <TimelineItem state="now" when={t('next.until', { when: moment(receipt.closesAt) })} title={t('next.confirm.title')}>
              {t('next.confirm.text')}
            </TimelineItem>
            <TimelineItem when={t('next.after')} title={t('next.seal.title')}>
              {t('next.seal.text')}
            </TimelineItem>
            <TimelineItem when={t('next.soon')} title={t('next.draw.title')}>
              {t('next.draw.text')}
            </TimelineItem>
            <TimelineItem when={t('next.at', { when: moment(event.startsAt) })} title={event.title}>
              {t('next.day.text', { count: event.capacity })}
            </TimelineItem>
          </Timeline>
        </section>
      </main>
      <PageFooter>{organization.address && <span>{organization.address}</span>}</PageFooter>
    </>
  )
}
