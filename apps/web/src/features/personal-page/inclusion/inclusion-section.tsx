import { IconShieldCheck } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Button, Skeleton } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import type { PersonalProps } from '../personal-page.js'
import styles from './inclusion.module.css'

/** What computes is fetched by who asks. */
const InclusionProof = lazy(() => import('./inclusion-proof.js'))

/** Whoever is in the sealed list can see for herself that she is. */
export function InclusionSection({ token, me }: Pick<PersonalProps, 'token' | 'me'>) {
  const t = useText('me')
  const [open, setOpen] = useState(false)
  if (!me.draw?.entered) return null
  return (
    <section className={styles.inclusion} aria-labelledby="inclusion">
      <h2 id="inclusion">{t('inclusion.title')}</h2>
      {open ? (
        <Suspense fallback={<Skeleton />}>
          <InclusionProof token={token} me={me} sealedAt={me.draw.committedAt} />
        </Suspense>
      ) : (
        <>
          <p>{t('inclusion.text')}</p>
          <div>
            <Button variant="quiet" icon={IconShieldCheck} onClick={() => setOpen(true)}>
              {t('inclusion.do')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
