import { useMemo, useState } from 'react'
import { badgeMatrix, squaresPath } from '#badge'
import { Dialog } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './badge-code.module.css'

/** The code for the door: small on the stub, and large enough for a scanner at a press. */
export function BadgeCode({ code }: { code: string }) {
  const t = useText('me')
  const [large, setLarge] = useState(false)
  return (
    <>
      <button type="button" className={styles.small} onClick={() => setLarge(true)} aria-label={t('badge.enlarge')}>
        <Squares code={code} />
      </button>
      <Dialog open={large} onClose={() => setLarge(false)} title={t('badge.code')}>
        <div className={styles.large}>
          <Squares code={code} />
        </div>
        <p className="small">{t('badge.hold')}</p>
      </Dialog>
    </>
  )
}

function Squares({ code }: { code: string }) {
  const { path, size } = useMemo(() => {
    const matrix = badgeMatrix(code)
    return { path: squaresPath(matrix), size: matrix.length }
  }, [code])
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  )
}
