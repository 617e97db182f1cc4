import type { PublicDraw } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './command-line.module.css'

/** The same check without a browser, for who trusts this page as little as the rest. */
export function CommandLine({ draw }: { draw: PublicDraw }) {
  const t = useText('draw')
  return (
    <section className={styles.line}>
      <h2>{t('line.title')}</h2>
      <p className="small soft">{t('line.text')}</p>
      <pre>
        <code>{`npm run verify -- draw.zip \\\n  --commitment ${draw.commitment} \\\n  --head ${draw.head}`}</code>
      </pre>
    </section>
  )
}
