import { useEffect, useId, useRef } from 'react'
import { useToast } from '../../../components/toast/toast.js'
import { useText } from '../../../lib/i18n/index.js'
import type { BuilderForm } from '../builder-form.js'
import { conditionTrouble, duplicated, moved } from '../change-questions.js'
import { QuestionCard } from './question-card.js'
import styles from './question-card.module.css'
import list from './question-list.module.css'
import type { OpenCards } from './use-open-cards.js'
import { useLift } from './use-lift.js'

type Props = { form: BuilderForm; cards: OpenCards; onSay: (text: string) => void }

/** The questions in the order they are asked; each can be opened, moved, copied and taken away. */
export function QuestionList({ form, cards, onSay }: Props) {
  const t = useText('builder')
  const helpId = useId()
  const rows = useRef<HTMLOListElement>(null)
  const { questions, change } = form
  const toast = useToast()
  // What a message's button brings back is put into the list as it is by then.
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })

  const focusOn = (index: number, selector: string) =>
    requestAnimationFrame(() => rows.current?.children[index]?.querySelector<HTMLElement>(selector)?.focus())
  const move = (from: number, to: number) => {
    const next = moved(questions, from, to)
    change(next)
    return conditionTrouble(next, to) ? ` ${t('say.belowItsQuestion')}` : ''
  }
  const { lift, offset, gripProps } = useLift({
    list: rows,
    count: questions.length,
    onMove: (from, to) => void move(from, to),
    onSay: (what, from, to) => {
      const label = questions[from]?.label || t('card.unnamed')
      const isUnseen = what === 'put' && conditionTrouble(moved(questions, from, to), to)
      onSay(`${t(`say.${what}`, { label, place: to + 1, count: questions.length })}${isUnseen ? ` ${t('say.belowItsQuestion')}` : ''}`)
    },
  })
  const step = (index: number, to: number) => {
    const label = questions[index]?.label || t('card.unnamed')
    const after = move(index, to)
    onSay(`${t('say.put', { label, place: to + 1, count: questions.length })}${after}`)
    focusOn(to, '[data-grip]')
  }
  const remove = (index: number) => {
    const gone = questions[index]
    if (!gone) return
    change(questions.filter((_, at) => at !== index))
    focusOn(Math.min(index, questions.length - 2), '[aria-expanded]')
    toast(t('card.removed', { label: gone.label || t('card.unnamed') }), {
      label: t('undo'),
      run: () => {
        const now = latest.current
        now.change([...now.questions.slice(0, index), gone, ...now.questions.slice(index)])
        focusOn(Math.min(index, now.questions.length), '[aria-expanded]')
      },
    })
  }
  const duplicate = (index: number) => {
    change(duplicated(questions, index))
    onSay(t('say.duplicated', { place: index + 2 }))
    focusOn(index + 1, '[aria-expanded]')
  }

  return (
    <>
      <p id={helpId} className="sr">
        {t('card.gripHelp')}
      </p>
      <ol ref={rows} className={lift ? `${list.list} ${styles.lifting}` : list.list}>
        {questions.map((question, index) => (
          <QuestionCard
            key={question.key}
            form={form}
            index={index}
            isOpen={cards.isOpen(question.key)}
            isLifted={lift?.from === index}
            offset={offset(index)}
            grip={gripProps(index)}
            gripHelpId={helpId}
            onToggle={() => cards.toggle(question.key)}
            onMove={(to) => step(index, to)}
            onDuplicate={() => duplicate(index)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
    </>
  )
}
