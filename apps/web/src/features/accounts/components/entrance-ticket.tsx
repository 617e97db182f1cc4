import { Barcode, BoxStamp, Engraving, Ticket, TicketLabel, TicketNumber, TicketTitle } from '../../../components/index.js'
import { PersonName } from '../../../components/index.js'
import styles from './entrance-ticket.module.css'

type Props = {
  kind: string
  title: string
  /** What the number and the fine lines are drawn from. */
  seed: string
  admits: string
  numberLabel: string
  stamp?: { word: string; fact?: string }
}

/** A ticket for those behind the scenes. Its lines follow from the words on it, so each is a drawing of its own. */
export function EntranceTicket({ kind, title, seed, admits, numberLabel, stamp }: Props) {
  const number = ticketNumberOf(seed)
  return (
    <div aria-hidden="true">
      <Ticket
        stubAt="bottom"
        askew
        className={styles.ticket}
        mainClassName={styles.main}
        stub={<Stub label={numberLabel} number={number} />}
      >
        <Engraving number={number} className={styles.engraving} />
        <div className={styles.head}>
          <TicketLabel>{kind}</TicketLabel>
          <TicketLabel>{admits}</TicketLabel>
        </div>
        <TicketTitle>
          <PersonName>{title}</PersonName>
        </TicketTitle>
        {stamp && <BoxStamp word={stamp.word} fact={stamp.fact} big turn={-7} className={styles.stamp} />}
      </Ticket>
    </div>
  )
}

const Stub = ({ label, number }: { label: string; number: string }) => (
  <>
    <div>
      <TicketLabel>{label}</TicketLabel>
      <TicketNumber>{number}</TicketNumber>
    </div>
    <Barcode number={number} />
  </>
)

/** Eight hexadecimal digits from a text (FNV-1a): an ornament, no identity. */
function ticketNumberOf(seed: string): string {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const digits = (state >>> 0).toString(16).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}
