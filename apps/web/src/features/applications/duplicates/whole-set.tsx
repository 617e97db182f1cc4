import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../app/paths.js'
import { Button, Notice } from '../../../components/index.js'
import type { DuplicateSetPage } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { Comparison } from './comparison.js'
import styles from './duplicates.module.css'
import { KeepDialog } from './keep-dialog.js'
import { mostCompared } from './letters.js'
import { MergeDialog } from './merge-dialog.js'
import { PeopleChoice, type Rest } from './people-choice.js'
import { SetAsideDialog } from './set-aside-dialog.js'
import { Shared } from './shared.js'
import { useDeciding } from './use-deciding.js'

type Asking = 'keep' | 'merge' | 'aside' | null
type Props = { pages: readonly DuplicateSetPage[]; rest: Rest }

/** Which of a set are compared is chosen where there are more than fit side by side. */
export function WholeSet({ pages, rest }: Props) {
  const t = useText('console')
  const [asking, setAsking] = useState<Asking>(null)
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const { allowed } = useDeciding()
  const leave = useLeave()
  const [first] = pages
  if (!first) return null
  const all = pages.flatMap(({ applications }) => applications)
  const chosen = wanted ?? all.slice(0, 3).map(({ id }) => id)
  const compared = all.filter(({ id }) => chosen.includes(id))
  const props = { onClose: () => setAsking(null), onDone: leave }
  return (
    <>
      {first.size > 2 && (
        <PeopleChoice
          className={styles.comparing}
          label={t('duplicates.compare', { most: mostCompared })}
          people={all}
          chosen={compared.map(({ id }) => id)}
          onChange={setWanted}
          compared={compared}
          most={mostCompared}
          rest={rest}
        />
      )}
      <Shared alike={pages.flatMap(({ alike }) => alike)} compared={compared} />
      <Comparison compared={compared} />
      {!first.open && <Notice className={styles.part}>{t('duplicates.frozen')}</Notice>}
      {first.open && allowed && (
        <section className={styles.part} aria-labelledby="decide">
          <h2 id="decide">{t('duplicates.decide')}</h2>
          <div className={styles.acts}>
            <Act
              text={t('duplicates.mergeText')}
              label={t('duplicates.merge')}
              off={compared.length < 2}
              onAsk={() => setAsking('merge')}
            />
            <Act text={t('duplicates.asideText')} label={t('duplicates.aside')} onAsk={() => setAsking('aside')} />
            {!first.keptBy && <Act text={t('duplicates.keepText')} label={t('duplicates.keep')} onAsk={() => setAsking('keep')} />}
          </div>
        </section>
      )}
      {asking === 'keep' && <KeepDialog set={first} {...props} />}
      {asking === 'merge' && <MergeDialog compared={compared} {...props} />}
      {asking === 'aside' && <SetAsideDialog people={all} compared={compared} setId={first.id} rest={rest} {...props} />}
    </>
  )
}

/** What is decided leads back to the list, since the set is no longer what it was. */
function useLeave(): () => void {
  const navigate = useNavigate()
  const { organization } = useMembership()
  const event = useCurrentEvent()
  return () => void navigate(paths.consoleEventPage(organization.slug, event.id, 'applications/duplicates'))
}

type ActProps = { text: string; label: string; off?: boolean; onAsk: () => void }

const Act = ({ text, label, off = false, onAsk }: ActProps) => (
  <div className={styles.act}>
    <p>{text}</p>
    <Button variant="quiet" size="small" disabled={off} onClick={onAsk}>
      {label}
    </Button>
  </div>
)
