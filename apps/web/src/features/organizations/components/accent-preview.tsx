import type { AccentTheme } from '#accent'
import type { CSSProperties } from 'react'
import { BoxStamp, classNames, Engraving, PersonName, Ticket, TicketLabel, TicketNumber, TicketTitle } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './accent-preview.module.css'

type Props = { theme: 'light' | 'dark'; shades: AccentTheme; name: string }

const exampleNumber = '3f9a-71c2'

const properties = (shades: AccentTheme) =>
  ({
    '--accent': shades.accent,
    '--accent-hover': shades.accentHover,
    '--on-accent': shades.onAccent,
    '--accent-soft': shades.accentSoft,
    '--stamp': shades.stamp,
  }) as CSSProperties

/** A corner of a page in one theme, with the parts that wear the colour. It is a picture: nothing in it can be pressed. */
export function AccentPreview({ theme, shades, name }: Props) {
  const t = useText('console')
  return (
    <figure className={classNames(styles.preview, styles[theme])} style={properties(shades)}>
      <figcaption>{t(theme === 'light' ? 'settings.previewLight' : 'settings.previewDark')}</figcaption>
      <div className={styles.page} aria-hidden="true">
        <div className={styles.row}>
          <span className={styles.button}>{t('settings.previewButton')}</span>
          <span className={styles.link}>{t('settings.previewLink')}</span>
        </div>
        <Ticket
          className={styles.ticket}
          mainClassName={styles.main}
          stubClassName={styles.stub}
          stub={<TicketNumber>{exampleNumber}</TicketNumber>}
        >
          <Engraving number={exampleNumber} className={styles.engraving} />
          <TicketLabel>
            <PersonName>{name}</PersonName>
          </TicketLabel>
          <TicketTitle className={styles.title}>{t('settings.previewTicket')}</TicketTitle>
          <BoxStamp word={t('settings.previewStamp')} fact={t('settings.previewStampNote')} className={styles.stamp} turn={-5} />
        </Ticket>
      </div>
    </figure>
  )
}
