import type { ReactNode } from 'react'
import type { Locale } from '../mail-template.js'
import { darkRules, faces, look, type MailAccents } from './mail-look.js'

interface MailLayoutProps {
  readonly locale: Locale
  readonly subject: string
  /** The line that a list of mails shows beside the subject. */
  readonly preview: string
  readonly organization: string
  readonly logoUrl: string | null
  readonly accents: MailAccents
  readonly children: ReactNode
}

/** The sheet of paper: one column of 600 px, the organization's name on top. */
export function MailLayout({ locale, subject, preview, organization, logoUrl, accents, children }: MailLayoutProps) {
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{darkRules(accents)}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: look.light.paper }}>
        <div
          data-skip-in-text="true"
          style={{ display: 'none', overflow: 'hidden', maxHeight: 0, maxWidth: 0, opacity: 0, lineHeight: '1px' }}
        >
          {preview}
        </div>
        <table
          role="presentation"
          className="paper"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          style={{ backgroundColor: look.light.paper }}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: '32px 20px 48px' }}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  style={{ maxWidth: 600, margin: '0 auto', textAlign: 'left' }}
                >
                  <tbody>
                    <tr>
                      <td
                        className="ink"
                        style={{ padding: '0 0 28px', color: look.light.ink, fontFamily: faces.text, fontSize: 16, fontWeight: 600 }}
                      >
                        {logoUrl && (
                          <img
                            className="logo"
                            src={logoUrl}
                            alt=""
                            height={32}
                            style={{ height: 32, border: 0, verticalAlign: 'middle', marginRight: 12 }}
                          />
                        )}
                        <bdi>{organization}</bdi>
                      </td>
                    </tr>
                    <tr>
                      <td>{children}</td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}
