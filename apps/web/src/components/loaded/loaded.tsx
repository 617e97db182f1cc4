import type { ReactNode } from 'react'
import { hasStatus, isOffline, Problem } from '../../lib/api/problem.js'
import { useText } from '../../lib/i18n/index.js'
import { Button } from '../button/button.js'
import { Notice } from '../notice/notice.js'
import { Skeleton } from '../skeleton/skeleton.js'
import styles from './loaded.module.css'

type Query<Data> = { data: Data | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }

type Props<Data> = {
  of: Query<Data>
  /** What stands there until it has come; a few grey lines otherwise. */
  waiting?: ReactNode
  /** What a 404 means here. */
  gone?: ReactNode
  children: (data: Data) => ReactNode
}

/** Shows what was fetched, and meanwhile or instead what is needed: grey lines, or the reason and a way on. */
export function Loaded<Data>({ of: query, waiting, gone, children }: Props<Data>) {
  const t = useText('common')
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return waiting ?? <Waiting />
  if (gone && hasStatus(query.error, 404)) return gone
  const refusal = refusalOf(query.error)
  if (refusal)
    return (
      <div className={styles.failed}>
        <Notice kind="attention" live>
          {refusal}
        </Notice>
      </div>
    )
  const offline = isOffline(query.error)
  return (
    <div className={styles.failed}>
      <Notice
        kind="error"
        live
        title={t(offline ? 'error.offline.title' : 'error.broken.title')}
        action={
          <Button variant="quiet" size="small" busy={query.isFetching} onClick={() => void query.refetch()}>
            {t('error.retry')}
          </Button>
        }
      >
        {t(offline ? 'error.offline.text' : 'error.broken.text')}
      </Notice>
    </div>
  )
}

/** What the server said when it would not, rather than could not: asking again changes nothing. */
const refusalOf = (error: unknown): string | null =>
  error instanceof Problem && error.status >= 400 && error.status < 500 ? error.title : null

function Waiting() {
  const t = useText('common')
  return (
    <div className={styles.waiting} role="status" aria-label={t('loading')}>
      <Skeleton width="min(26rem, 80%)" height="2.5rem" />
      <Skeleton width="min(34rem, 95%)" />
      <Skeleton width="min(30rem, 85%)" />
      <Skeleton width="min(32rem, 90%)" />
    </div>
  )
}
