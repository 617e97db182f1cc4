import { type ReactNode, useEffect } from 'react'
import { isOffline } from '../../lib/api/problem.js'
import { useText } from '../../lib/i18n/index.js'
import { Button, ButtonLink } from '../button/button.js'
import { PageHeader } from '../page-header/page-header.js'
import { HomeMark } from '../organization-mark/home-mark.js'
import styles from './error-page.module.css'

type Props = { error?: unknown; onRetry: () => void }

/** A page that could not be shown: says why, as far as it is known, and what to do. */
export function ErrorPage({ error, onRetry }: Props) {
  const t = useText('common')
  const offline = isOffline(error) || !navigator.onLine

  useEffect(() => {
    addEventListener('online', onRetry)
    return () => removeEventListener('online', onRetry)
  }, [onRetry])

  return (
    <MessagePage
      title={t(offline ? 'error.offline.title' : 'error.broken.title')}
      text={t(offline ? 'error.offline.text' : 'error.broken.text')}
      action={<Button onClick={onRetry}>{t('error.retry')}</Button>}
    />
  )
}

/** Nobody lives at this address. */
export function NotFoundPage() {
  const t = useText('common')
  return (
    <MessagePage
      title={t('error.notFound.title')}
      text={t('error.notFound.text')}
      action={
        <ButtonLink to="/" variant="quiet">
          {t('error.notFound.home')}
        </ButtonLink>
      }
    />
  )
}

type MessageProps = { title: string; text: string; action: ReactNode }

function MessagePage({ title, text, action }: MessageProps) {
  return (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <TornTicket />
        <h1>{title}</h1>
        <p className="lede">{text}</p>
        <div>{action}</div>
      </main>
    </>
  )
}

/** Two halves of one ticket, torn and apart. */
const TornTicket = () => (
  <svg
    className={styles.drawing}
    viewBox="0 0 220 100"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <g transform="rotate(-3 70 50)">
      <path className={styles.card} d="M8 18h112l-7 9 7 8-6 9 7 9-8 9 7 9-6 11H8z" />
      <path className={styles.lines} d="M26 38h48M26 52h64M26 66h36" />
    </g>
    <g transform="rotate(7 176 52)">
      <path className={styles.stub} d="M142 20h62v64h-60l5-9-6-9 7-9-6-10 5-9-6-9z" />
      <path className={styles.lines} d="M166 40v26M173 40v26M183 40v26M188 40v26" />
    </g>
  </svg>
)
