import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { AgendaList, Prose } from '../../components/index.js'
import { agendaTitle } from '../event-parts/index.js'
import { ApplyBar } from './apply-bar.js'
import { EventFooter } from './event-footer.js'
import { EventHeader } from './event-header.js'
import { EventHero } from './event-hero.js'
import styles from './event-page.module.css'
import { EventTicket } from './event-ticket.js'
import { FairSection } from './fair-section.js'

type Props = { event: PublicEvent /** Shown to its makers before it is public: nothing on it leads anywhere. */; preview?: boolean }

/** The public page of an event, in every phase of its life. */
export function EventPage({ event, preview = false }: Props) {
  const t = useText('event')
  const hasStory = event.story.trim() !== ''
  return (
    <>
      <EventHeader event={event} />
      <main id="main">
        <div className={`wrap ${styles.page}`}>
          <EventHero event={event} />
          <EventTicket event={event} preview={preview} />
          {(hasStory || event.agenda.length > 0) && (
            <div className={styles.columns}>
              <section className={styles.story}>
                <h2 className="sr">{t('story')}</h2>
                {hasStory && <Prose html={event.story} lang={event.locale} />}
              </section>
              {event.agenda.length > 0 && (
                <section>
                  <h2 className={styles.agendaTitle}>{t(agendaTitle(event))}</h2>
                  <AgendaList items={event.agenda} timeZone={event.timeZone} startsAt={event.startsAt} />
                </section>
              )}
            </div>
          )}
        </div>
        {event.phase !== 'cancelled' && <FairSection event={event} />}
        {event.phase === 'open' && !preview && <ApplyBar event={event} />}
      </main>
      <EventFooter event={event} />
    </>
  )
}
