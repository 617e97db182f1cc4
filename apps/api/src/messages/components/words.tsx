import type { ReactNode } from 'react'
import { faces, look } from './mail-look.js'

/** The one heading of a mail. */
export function Heading({ children }: { readonly children: ReactNode }) {
  return (
    <h1
      className="ink"
      style={{
        margin: '0 0 20px',
        color: look.light.ink,
        fontFamily: faces.display,
        fontSize: 36,
        lineHeight: 1.06,
        fontWeight: 700,
        letterSpacing: '-0.01em',
      }}
    >
      {children}
    </h1>
  )
}

/** A paragraph of what the host says. */
export function Paragraph({ children }: { readonly children: ReactNode }) {
  return (
    <p className="ink" style={{ margin: '0 0 16px', color: look.light.ink, fontFamily: faces.text, fontSize: 17, lineHeight: 1.55 }}>
      {children}
    </p>
  )
}

/** A sentence for whoever wants to know more. */
export function SmallPrint({ children }: { readonly children: ReactNode }) {
  return (
    <p className="quiet" style={{ margin: '0 0 12px', color: look.light.quiet, fontFamily: faces.text, fontSize: 14, lineHeight: 1.5 }}>
      {children}
    </p>
  )
}

/** A sentence that is a link, for what should be at hand and not in the way. */
export function SmallLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <SmallPrint>
      <a href={href} className="quiet" style={{ color: look.light.quiet, textDecoration: 'underline' }}>
        {children}
      </a>
    </SmallPrint>
  )
}

/** Text that a machine made and a person may want to compare: hashes, signatures. It may break anywhere. */
export function Code({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <p className="quiet" style={{ margin: '0 0 10px', color: look.light.quiet, fontFamily: faces.text, fontSize: 13, lineHeight: 1.5 }}>
      {label}
      <br />
      <span style={{ fontFamily: faces.mono, fontSize: 12, wordBreak: 'break-all' }}>{children}</span>
    </p>
  )
}

/** A thin rule between what is said and what stands below it. */
export function Rule() {
  return <hr className="line" style={{ border: 0, borderTop: `1px solid ${look.light.line}`, margin: '28px 0 20px' }} />
}
