import { BoxStamp, Engraving, PersonName, RankStamp, Ticket, TicketLabel, TicketNumber, TicketTitle } from '../../../components/index.js'
import { type StampContext, stampWords } from '../../../components/stamp/stamp-words.js'
import type { PersonalPage, StampMark } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { formatDay, formatTime } from '../../../lib/time.js'
import { BadgeCode } from './badge-code.js'
import styles from './coming-ticket.module.css'

/** The ticket lying wide, with the code for the door on its stub and the last three stamps. */
export function ComingTicket({ me, landing }: { me: PersonalPage; landing: boolean }) {
  const common = useText('common')
  const locale = useLocale()
  const { event, ticket, name } = me
  const { timeZone } = event
  return (
    <Ticket
      label={common('ticket.label', { number: ticket.number })}
      askew
      className={styles.ticket}
      mainClassName={styles.main}
      stubClassName={styles.stub}
      stub={<Stub me={me} />}
    >
      <Engraving number={ticket.number} className={styles.engraving} />
      <div className={styles.words}>
        <TicketLabel>{event.organization.name}</TicketLabel>
        <div lang={event.locale}>
          <TicketTitle className={styles.title} length={lengthOf(event.title)}>
            {event.title}
          </TicketTitle>
        </div>
        <p className="small soft">{`${formatDay(event.startsAt, timeZone, locale, { weekday: 'short', month: 'short', year: true })}, ${formatTime(event.startsAt, timeZone, locale)}`}</p>
        <p className={`small soft ${styles.name}`}>
          <PersonName>{name}</PersonName>
        </p>
      </div>
      <Stamps stamps={me.stamps} context={{ t: common, locale, timeZone, city: event.venue.city }} landing={landing} />
    </Ticket>
  )
}

/** A long title, or a long word in it, is set smaller: it shares the ticket with three stamps. */
function lengthOf(title: string): 'long' | 'very-long' | undefined {
  const longestWord = Math.max(...title.split(/\s/).map(({ length }) => length))
  if (title.length > 45 || longestWord > 15) return 'very-long'
  return title.length > 20 || longestWord > 10 ? 'long' : undefined
}

function Stub({ me }: { me: PersonalPage }) {
  const common = useText('common')
  return (
    <>
      {me.badge && <BadgeCode code={me.badge.qr} />}
      <p>
        <TicketLabel>{common('ticket.number')}</TicketLabel>
        <TicketNumber>{me.ticket.number}</TicketNumber>
      </p>
    </>
  )
}

type StampsProps = { stamps: readonly StampMark[]; context: StampContext; landing: boolean }

function Stamps({ stamps, context, landing }: StampsProps) {
  const newest = stamps.at(-1)
  const before = stamps.filter(({ kind }) => kind === 'invited' || kind === 'coming').findLast((mark) => mark !== newest)
  const rank = stamps.find(({ kind }) => kind === 'rank')
  const shown = [rank, before, newest].filter((mark) => mark !== undefined)
  const spoken = shown.map((mark) => {
    const words = stampWords(mark, context)
    return words.shape === 'round' ? `${words.word} ${words.rank} ${words.of}` : `${words.word}, ${words.fact}`
  })
  return (
    <>
      <p className="sr">{`${context.t('stamp.field')}: ${spoken.join('; ')}`}</p>
      <div className={styles.stamps} aria-hidden="true">
        {rank && <Rank mark={rank} context={context} />}
        {before && <Before mark={before} context={context} />}
        {newest && <Newest mark={newest} context={context} landing={landing} />}
      </div>
    </>
  )
}

function Rank({ mark, context }: { mark: StampMark; context: StampContext }) {
  const words = stampWords(mark, context)
  return words.shape === 'round' ? <RankStamp word={words.word} rank={words.rank} of={words.of} turn={-9} className={styles.rank} /> : null
}

function Before({ mark, context }: { mark: StampMark; context: StampContext }) {
  const words = stampWords(mark, context)
  const day = formatDay(mark.at, context.timeZone, context.locale, { weekday: 'none', month: 'short' })
  return <BoxStamp word={words.word} fact={day} turn={8} className={styles.before} />
}

function Newest({ mark, context, landing }: { mark: StampMark; context: StampContext; landing: boolean }) {
  const words = stampWords(mark, context)
  return <BoxStamp word={words.word} fact={words.fact} big turn={-6} landing={landing} className={styles.newest} />
}
