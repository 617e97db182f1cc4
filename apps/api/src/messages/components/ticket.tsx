import { faces, look, type MailAccents } from './mail-look.js'

interface TicketProps {
  readonly organization: string
  readonly title: string
  readonly when: string
  readonly hours: string
  readonly place: string
  readonly name: string
  readonly number: { readonly label: string; readonly value: string }
  /** The newest stamp: one word and one fact. */
  readonly stamp: { readonly word: string; readonly fact: string } | null
  readonly accents: MailAccents
}

const cell = { padding: '0 24px', fontFamily: faces.text }
const { light } = look

/** The paper ticket with its newest stamp above the perforation and its number on the stub. */
export function Ticket({ organization, title, when, hours, place, name, number, stamp, accents }: TicketProps) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '28px 0', borderCollapse: 'separate' }}>
      <tbody>
        <tr>
          <td className="ticket" style={{ backgroundColor: light.ticket, borderRadius: '4px 4px 0 0', padding: '22px 0 20px' }}>
            <div className="ticket-quiet" style={{ ...cell, color: light.ticketQuiet, fontSize: 13 }}>
              <bdi>{organization}</bdi>
            </div>
            <div
              className="ticket-ink"
              style={{
                ...cell,
                color: light.ticketInk,
                fontFamily: faces.display,
                fontSize: 26,
                lineHeight: 1.1,
                fontWeight: 700,
                paddingTop: 4,
              }}
            >
              <bdi>{title}</bdi>
            </div>
            <div className="ticket-ink" style={{ ...cell, color: light.ticketInk, fontSize: 16, lineHeight: 1.5, paddingTop: 14 }}>
              {when}
            </div>
            <div className="ticket-quiet" style={{ ...cell, color: light.ticketQuiet, fontSize: 15, lineHeight: 1.5 }}>
              {hours}
            </div>
            <div className="ticket-quiet" style={{ ...cell, color: light.ticketQuiet, fontSize: 15, lineHeight: 1.5 }}>
              <bdi>{place}</bdi>
            </div>
            <div className="ticket-ink" style={{ ...cell, color: light.ticketInk, fontSize: 16, lineHeight: 1.5, paddingTop: 10 }}>
              <bdi>{name}</bdi>
            </div>
            {stamp && (
              <div style={{ padding: '14px 24px 4px' }}>
                <span
                  className="stamp"
                  style={{
                    display: 'inline-block',
                    padding: '7px 14px 6px',
                    border: `2px solid ${accents.light.stamp}`,
                    borderRadius: 4,
                    color: accents.light.stamp,
                    fontFamily: faces.display,
                    fontSize: 18,
                    fontWeight: 700,
                    lineHeight: 1.2,
                    textTransform: 'uppercase',
                    transform: 'rotate(-3deg)',
                  }}
                >
                  {stamp.word}
                  <br />
                  <span style={{ fontFamily: faces.mono, fontSize: 11, fontWeight: 400, textTransform: 'none' }}>{stamp.fact}</span>
                </span>
              </div>
            )}
          </td>
        </tr>
        <tr>
          <td
            className="stub"
            style={{
              backgroundColor: light.stub,
              borderTop: `2px dashed ${light.ticketLine}`,
              borderRadius: '0 0 4px 4px',
              padding: '12px 0 14px',
            }}
          >
            <span className="ticket-quiet" style={{ ...cell, paddingRight: 10, color: light.ticketQuiet, fontSize: 13 }}>
              {number.label}
            </span>{' '}
            <span className="ticket-ink" style={{ color: light.ticketInk, fontFamily: faces.mono, fontSize: 18 }}>
              {number.value}
            </span>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
