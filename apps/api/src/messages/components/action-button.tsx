import { faces, type MailAccents } from './mail-look.js'

interface ActionButtonProps {
  readonly href: string
  readonly label: string
  readonly accents: MailAccents
}

/** The one thing to do. The page behind it asks before it does anything, because mail scanners open every link. */
export function ActionButton({ href, label, accents }: ActionButtonProps) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: '24px 0' }}>
      <tbody>
        <tr>
          <td className="press" style={{ backgroundColor: accents.light.accent, borderRadius: 8 }}>
            <a
              className="press"
              href={href}
              style={{
                display: 'inline-block',
                padding: '15px 26px',
                backgroundColor: accents.light.accent,
                borderRadius: 8,
                color: accents.light.onAccent,
                fontFamily: faces.text,
                fontSize: 17,
                fontWeight: 600,
                lineHeight: '20px',
                textDecoration: 'none',
              }}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** A link inside a sentence or below it. */
export function QuietLink({ href, label, accents }: ActionButtonProps) {
  return (
    <a className="link" href={href} style={{ color: accents.light.accent }}>
      {label}
    </a>
  )
}
