import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.js'
import { ButtonLink, HomeMark, Notice, PageHeader, PageSkeleton } from '../../components/index.js'
import { request } from '../../lib/api/client.js'
import { Problem } from '../../lib/api/problem.js'
import type { OwnProof } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { errand, forgetErrand } from '../../lib/proof-errand.js'
import styles from './proof-return.module.css'

type Answer = { state: string; code: string | null; issuer: string | null; place: string }

/** She is back from her server: what it sent along is handed in, once, and then she is on her own page again. */
export function ProofReturn({ answer }: { answer: Answer }) {
  const t = useText('proof')
  const navigate = useNavigate()
  const [token] = useState(errand)
  const [failure, setFailure] = useState<unknown>(null)

  useEffect(() => {
    if (token === null) return
    forgetErrand()
    const finish = async () => {
      try {
        await handIn(token, answer)
        await navigate(`${paths.me(token)}#account`, { replace: true })
      } catch (error) {
        setFailure(error)
      }
    }
    void finish()
  }, [token, answer, navigate])

  if (token !== null && failure === null) return <PageSkeleton />
  const said = failure instanceof Problem && failure.status > 0 && failure.status < 500 ? failure.title : null
  return (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className={`wrap ${styles.page}`}>
        <h1>{t('back.title')}</h1>
        <Notice kind="attention" live>
          {token === null ? t('back.lost') : (said ?? t('back.failed'))}
        </Notice>
        {token !== null && (
          <div>
            <ButtonLink to={`${paths.me(token)}#account`}>{t('back.again')}</ButtonLink>
          </div>
        )}
      </main>
    </>
  )
}

/** Effects may run twice, and an answer serves once: the second run waits for what the first brings. */
const handedIn = new Map<string, Promise<OwnProof>>()

function handIn(token: string, answer: Answer): Promise<OwnProof> {
  const going = handedIn.get(answer.state) ?? request<OwnProof>('POST', '/api/me/handle-proof/answers', { token, body: answer })
  handedIn.set(answer.state, going)
  return going
}
