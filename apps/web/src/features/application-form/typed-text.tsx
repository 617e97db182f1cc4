import { IconCheck, IconCopy } from '@tabler/icons-react'
import { cleanAnswers, shownQuestions } from '#forms'
import { Button } from '../../components/index.js'
import type { PublicEvent } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { useCopy } from '../../lib/use-copy.js'
import type { Draft } from './draft.js'
import styles from './typed-text.module.css'

/** What was typed and never sent: hers to take along. */
export function TypedText({ event, draft }: { event: PublicEvent; draft: Draft }) {
  const t = useText('apply')
  const common = useText('common')
  const text = textOf(event, draft, [t('name.short'), t('email.short'), t('handle.short')])
  const { copied, copy } = useCopy(text)
  return (
    <section className={styles.typed}>
      <h2>{t('window.typed.title')}</h2>
      <p className="small soft">{t('window.typed.text')}</p>
      <pre className={styles.text} dir="auto">
        {text}
      </pre>
      <Button variant="quiet" icon={copied ? IconCheck : IconCopy} onClick={copy}>
        {common(copied ? 'copy.done' : 'copy.do')}
      </Button>
    </section>
  )
}

function textOf({ questions }: PublicEvent, draft: Draft, [name, email, handle]: string[]): string {
  const answers = cleanAnswers(questions, draft.answers)
  const lines = [
    [name, draft.name],
    [email, draft.email],
    [handle, draft.handle],
    // A file is known to the server by a number that means nothing to her.
    ...shownQuestions(questions, answers)
      .filter(({ type }) => type !== 'file')
      .map(({ id, label }) => [label, [answers[id] ?? ''].flat().join(', ')]),
  ]
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n')
}
