import { givenName } from '../../../lib/given-name.js'
import { IconCalendarPlus, IconDownload, IconFileText, IconId } from '@tabler/icons-react'
import { AgendaList, ButtonLink, PersonName, Prose } from '../../../components/index.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { daysBetween } from '../../../lib/time.js'
import { agendaTitle } from '../../event-parts/index.js'
import { CopyLink } from '../../ticket/index.js'
import { AddressSection } from '../address/address-section.js'
import { InclusionSection } from '../inclusion/inclusion-section.js'
import { NextSteps } from '../next-steps.js'
import { OfflineNotice } from '../offline/offline-notice.js'
import { PersonalFooter } from '../personal-footer.js'
import { PersonalHeader } from '../personal-header.js'
import type { PersonalProps } from '../personal-page.js'
import { ProblemLine } from '../problem-line.js'
import { stepValues } from '../step-values.js'
import { BadgeThumb } from './badge-thumb.js'
import styles from './coming-layout.module.css'
import { TogetherSection } from '../together/together-section.js'
import { ComingTicket } from './coming-ticket.js'

/** The page of somebody who comes: the day, the badge, the way there. */
export function ComingLayout(props: PersonalProps) {
  const { me, since, actions, landing } = props
  const t = useText('me')
  const locale = useLocale()
  const { event, links } = me
  const values = stepValues(me, locale)
  const days = daysBetween(me.now, event.startsAt, event.timeZone)
  const step = me.step === 'checkedIn' ? 'checkedIn' : 'coming'
  return (
    <>
      <PersonalHeader event={event} />
      <main id="main" className={`wrap ${styles.page}`}>
        <div className={styles.head}>
          <div>
            <OfflineNotice {...props} />
            <p className="eyebrow">{t(`${step}.eyebrow`, values)}</p>
            <h1 className={styles.title}>
              {t.rich(step === 'checkedIn' ? 'checkedIn.title' : 'coming.title', {
                count: Math.max(0, days),
                name: <PersonName>{givenName(me.name)}</PersonName>,
              })}
            </h1>
            <p className="lede">{t(`${step}.text`, values)}</p>
            <div className={styles.actions}>
              {step === 'coming' && links.calendarFile && (
                <ButtonLink to={links.calendarFile} external icon={IconCalendarPlus}>
                  {t('coming.calendar')}
                </ButtonLink>
              )}
              {links.badgePdf && (
                <ButtonLink to={links.badgePdf} external variant="quiet" icon={IconId}>
                  {t('coming.badge')}
                </ButtonLink>
              )}
            </div>
            <ProblemLine problem={actions.problem} />
          </div>
          <ComingTicket me={me} landing={landing} />
        </div>
        <div className={styles.grid}>
          <div className={styles.column}>
            {event.agenda.length > 0 && (
              <section>
                <h2>{t(`your.${agendaTitle(event)}`)}</h2>
                <AgendaList items={event.agenda} timeZone={event.timeZone} startsAt={event.startsAt} />
                {links.agendaPdf && (
                  <ButtonLink to={links.agendaPdf} external variant="text" size="small" icon={IconFileText} className={styles.pdf}>
                    {t('coming.agendaPdf')}
                  </ButtonLink>
                )}
              </section>
            )}
            <TogetherSection {...props} />
            <NextSteps me={me} />
          </div>
          <div className={styles.column}>
            {links.badgePdf && (
              <section>
                <h2>{t('badge.title')}</h2>
                <div className={styles.badge}>
                  <BadgeThumb me={me} />
                  <div>
                    <p className="soft">{t('badge.text')}</p>
                    <ButtonLink to={links.badgePdf} external variant="quiet" size="small" icon={IconDownload}>
                      {t('badge.save')}
                    </ButtonLink>
                  </div>
                </div>
              </section>
            )}
            <section>
              <h2>{t('way.title')}</h2>
              <address className={styles.address}>
                <strong>{event.venue.name}</strong>
                <span>{[event.venue.address, event.venue.city].filter(Boolean).join(', ')}</span>
              </address>
              {event.practical.trim() && <Prose html={event.practical} lang={event.locale} className={styles.practical} />}
            </section>
            {links.calendarFeed && (
              <section>
                <h2>{t('feed.title')}</h2>
                <p className={`small soft ${styles.feed}`}>{t('feed.text')}</p>
                <CopyLink address={links.calendarFeed} label={t('feed.label')} />
              </section>
            )}
          </div>
        </div>
        <div className={`${styles.grid} ${styles.after}`}>
          {!since && <InclusionSection {...props} />}
          <AddressSection {...props} />
        </div>
      </main>
      <PersonalFooter {...props} />
    </>
  )
}
