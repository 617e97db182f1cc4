import { IconCopyPlus, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { mostQuestions } from '#forms'
import { Button, FieldError } from '../../components/index.js'
import type { Locale } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { AddDialog } from './add/add-dialog.js'
import { copied } from './change-questions.js'
import type { DraftQuestion, FormKind } from './draft-question.js'
import styles from './form-builder.module.css'
import { QuestionList } from './list/question-list.js'
import { useOpenCards } from './list/use-open-cards.js'
import { useProblems } from './use-problems.js'

type ReuseProps = { open: boolean; onClose: () => void; onAdd: (questions: readonly DraftQuestion[]) => void }

type Props = {
  questions: readonly DraftQuestion[]
  kind: FormKind
  language: Locale
  disabled: boolean
  /** What the server said, by its name of the field: `questions.0.label`. */
  errors: Readonly<Record<string, string>>
  /** How the server names the list. */
  path: string
  onChange: (questions: DraftQuestion[]) => void
  onTrouble: (path: string, message: string | null) => void
  /** A dialog from which questions of another form are taken over. */
  reuse?: (props: ReuseProps) => ReactNode
}

/** What was added just now; one by itself is written next, several are looked at. */
type Arrival = { key: string; isAlone: boolean }

/** A form while it is built, for applications and surveys alike. */
export function FormBuilder({ questions, kind, language, disabled, errors, path, onChange, onTrouble, reuse }: Props) {
  const t = useText('builder')
  const [said, setSaid] = useState('')
  const [shown, setShown] = useState<'add' | 'reuse' | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const cards = useOpenCards()
  const [arrived, setArrived] = useState<Arrival | null>(null)
  useEffect(() => {
    if (!arrived) return
    // After the dialog has given the focus back.
    const frameId = requestAnimationFrame(() => {
      const card = frame.current?.querySelector(`[data-question="${arrived.key}"]`)
      card?.querySelector<HTMLElement>(arrived.isAlone ? '[data-label]' : '[aria-expanded]')?.focus()
    })
    return () => cancelAnimationFrame(frameId)
  }, [arrived])
  const { errorAt, hasErrors, listError, leave, begin } = useProblems({ questions, kind, errors, path })
  useEffect(() => {
    const builder = frame.current
    builder?.addEventListener('focusout', leave)
    return () => builder?.removeEventListener('focusout', leave)
  })
  useEffect(() => {
    const builder = frame.current
    builder?.addEventListener('keydown', keepEnter)
    return () => builder?.removeEventListener('keydown', keepEnter)
  }, [])
  const form = { questions, kind, language, disabled, change: onChange, errorAt, hasErrors, trouble: onTrouble }

  const add = (added: readonly DraftQuestion[]) => {
    const room = added.slice(0, mostQuestions - questions.length)
    begin(room.map(({ key }) => key))
    onChange([...questions, ...room])
    setShown(null)
    cards.only(room.length === 1 ? room.map(({ key }) => key) : [])
    setArrived({ key: room[0]?.key ?? '', isAlone: room.length === 1 })
  }
  return (
    <div ref={frame} className={styles.builder}>
      {questions.length ? (
        <QuestionList form={form} cards={cards} onSay={setSaid} />
      ) : (
        <p className="soft">{t(kind === 'survey' ? 'empty.survey' : 'empty.application')}</p>
      )}
      <div tabIndex={-1} data-invalid={listError ? true : undefined}>
        <FieldError id={`${path}-error`} error={listError} />
      </div>
      <span className="sr" role="status">
        {said}
      </span>
      {!disabled && questions.length < mostQuestions && (
        <div className={styles.adding}>
          <Button variant="quiet" size="small" icon={IconPlus} onClick={() => setShown('add')}>
            {t('add.button')}
          </Button>
          {reuse && (
            <Button variant="text" size="small" icon={IconCopyPlus} onClick={() => setShown('reuse')}>
              {t('reuse.button')}
            </Button>
          )}
        </div>
      )}
      <AddDialog form={form} open={shown === 'add'} onClose={() => setShown(null)} onAdd={(question) => add([question])} />
      {reuse?.({ open: shown === 'reuse', onClose: () => setShown(null), onAdd: (chosen) => add(copied(chosen)) })}
    </div>
  )
}

/** Enter in a line of text would save the whole event; it is too easily pressed while one writes a form. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
