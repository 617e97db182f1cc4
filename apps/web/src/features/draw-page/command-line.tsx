import type { PublicDraw } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import styles from './command-line.module.css'
import { verifierFile } from './verifier-file.js'

/** The same check without a browser, for who trusts this page as little as the rest. */
export function CommandLine({ draw }: { draw: PublicDraw }) {
  const t = useText('draw')
  const published = ` \\\n  --commitment ${draw.commitment} \\\n  --head ${draw.head}`
  return (
    <section className={styles.line}>
      <h2>{t('line.title')}</h2>
      <p className="small soft">{t('line.text')}</p>
      <p className={styles.file}>
        <a href={verifierFile.address}>{verifierFile.name}</a>
        <span className="small soft">{t('line.file', { count: verifierFile.lines })}</span>
      </p>
      <pre>
        <code>{`python3 ${verifierFile.name} draw.zip${published}`}</code>
      </pre>
      <p className="small soft">{t('line.own')}</p>
      <pre>
        <code>{`npm run verify -- draw.zip${published}`}</code>
      </pre>
    </section>
  )
}
