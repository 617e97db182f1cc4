import { type ReactNode, useState } from 'react'
import { useText } from '../../lib/i18n/index.js'
import styles from './builder-layout.module.css'

const views = ['form', 'preview'] as const

/** The builder with its preview: beside each other where there is room, and one of them at a time where there is not. */
export function BuilderLayout({ preview, children }: { preview: ReactNode; children: ReactNode }) {
  const t = useText('builder')
  const [view, setView] = useState<(typeof views)[number]>('form')
  return (
    <div className={styles.frame}>
      <div className={styles.layout} data-view={view}>
        <div className={styles.views} role="group" aria-label={t('tabs.label')}>
          {views.map((name) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
              {t(`tabs.${name}`)}
            </button>
          ))}
        </div>
        <div className={styles.form}>{children}</div>
        <div className={styles.preview}>{preview}</div>
      </div>
    </div>
  )
}
