import { faces, look } from './mail-look.js'

interface HostSignatureProps {
  readonly name: string
  readonly roleTitle: string
  readonly photoUrl: string | null
}

/** Who speaks: a name, a role and, when there is one, a face. */
export function HostSignature({ name, roleTitle, photoUrl }: HostSignatureProps) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: '24px 0 8px' }}>
      <tbody>
        <tr>
          {photoUrl && (
            <td style={{ paddingRight: 14 }}>
              <img
                src={photoUrl}
                alt=""
                width={52}
                height={52}
                style={{ display: 'block', width: 52, height: 52, border: 0, borderRadius: 26 }}
              />
            </td>
          )}
          <td style={{ fontFamily: faces.text, fontSize: 16, lineHeight: 1.4 }}>
            <div className="ink" style={{ color: look.light.ink, fontWeight: 600 }}>
              <bdi>{name}</bdi>
            </div>
            <div className="quiet" style={{ color: look.light.quiet, fontSize: 15 }}>
              <bdi>{roleTitle}</bdi>
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
