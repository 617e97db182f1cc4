import { useState } from 'react'
import { Button, Failure } from '../../../components/index.js'
import type { OwnProof, ProvenHandle } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { ProvenMark } from '../../proofs/index.js'
import { Question } from '../question.js'
import { dropProof } from './proof-api.js'
import styles from './proven-handles.module.css'

type Props = { token: string; proof: ProvenHandle; open: boolean; timeZone: string; onChange: (proof: OwnProof) => Promise<void> }

/** The account with its mark, what was read of it, and the way to take it back. */
export function ProvenAccount({ token, proof, open, timeZone, onChange }: Props) {
  const t = useText('proof')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function drop() {
    setBusy(true)
    try {
      await onChange(await dropProof(token))
    } catch (error) {
      setFailure(error)
      setBusy(false)
      setAsking(false)
    }
    return true
  }

  return (
    <div className={styles.proven}>
      <ProvenMark proof={proof} timeZone={timeZone} />
      <p className="small soft">{t('proven.text')}</p>
      <Failure of={failure} />
      {open && (
        <div className={styles.drop}>
          <Button variant="text" size="small" onClick={() => setAsking(true)}>
            {t('drop.link')}
          </Button>
        </div>
      )}
      <Question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('drop.title')}
        text={t('drop.text')}
        keep={t('drop.keep')}
        go={t('drop.go')}
        busy={busy}
        onGo={drop}
      />
    </div>
  )
}
