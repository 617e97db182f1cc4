import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, Failure, Field, Notice, PersonName, RadioGroup, TextArea } from '../../../components/index.js'
import type { ReviewDesk, ReviewTask } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { useCurrentEvent } from '../../events/index.js'
import { HandleName } from '../../questions/index.js'
import { useJudge } from '../api.js'
import { AnswerList } from './answer-list.js'
import styles from './score-form.module.css'
import { useScoreKeys } from './use-score-keys.js'

type Props = {
  task: ReviewTask
  desk: Pick<ReviewDesk, 'criteria'>
  /** The word on the button. */
  submit: string
  onDone?: () => void
  /** A second way out, where there is one. */
  leave?: ReactNode
}

const scale = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** One application: what was answered, the criteria, and the way to say "I know this person". */
export function ScoreForm({ task, desk: { criteria }, submit, onDone, leave }: Props) {
  const t = useText('console')
  const { organization } = useMembership()
  const event = useCurrentEvent()
  const judge = useJudge(organization.slug, event.id)
  const [points, setPoints] = useState<Record<string, number>>(task.points ?? {})
  const [note, setNote] = useState(task.note)
  const [refused, setRefused] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const missing = criteria.filter(({ id }) => points[id] === undefined)
  const first = missing[0]?.id
  const give = (id: string, value: number) => setPoints((before) => ({ ...before, [id]: value }))
  useScoreKeys(form, (value, focused) => {
    if (judge.isPending) return
    const id = criteria.find((criterion) => criterion.id === focused)?.id ?? first
    if (id !== undefined) give(id, value)
  })
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  function send(sent: FormEvent) {
    sent.preventDefault()
    if (judge.isPending) return
    setRefused(missing.length > 0)
    if (missing.length > 0) form.current?.querySelector<HTMLInputElement>(`[data-field="${first}"] input`)?.focus()
    else judge.mutate({ id: task.id, verdict: { points, note: note.trim() } }, { onSuccess: () => onDone?.() })
  }

  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {task.person ? <PersonName>{task.person.name}</PersonName> : t('review.application')}
      </h2>
      {task.person?.handle && (
        <p className="small soft">
          <HandleName handle={task.person.handle} />
        </p>
      )}
      <AnswerList id={task.id} answers={task.answers} />
      <div className={styles.criteria}>
        {criteria.map(({ id, label }) => (
          <RadioGroup
            key={id}
            layout="row"
            name={id}
            label={label}
            options={scale}
            value={points[id] === undefined ? null : String(points[id])}
            onChange={(value) => give(id, Number(value))}
            error={refused && points[id] === undefined && t('review.pointsMissing')}
          />
        ))}
        <p className="small soft">
          {t('review.scale')} <span className={styles.hint}>{t('review.keys')}</span>
        </p>
      </div>
      <Field label={t('review.note')} help={t('review.noteHint')} optionalLabel={t('state.optional')}>
        <TextArea value={note} onChange={(change) => setNote(change.target.value)} limit={1000} rows={2} />
      </Field>
      {refused && missing.length > 0 && (
        <Notice kind="error" live>
          {t('review.missing', { count: missing.length })}
        </Notice>
      )}
      <Failure of={judge.error} />
      <div className={styles.actions}>
        <Button type="submit" busy={judge.isPending}>
          {submit}
        </Button>
        {leave}
        <Button
          variant="text"
          disabled={judge.isPending}
          onClick={() => judge.mutate({ id: task.id, verdict: 'conflict' }, { onSuccess: () => onDone?.() })}
        >
          {t('review.conflict')}
        </Button>
      </div>
      <p className="small soft">{t('review.conflictHint')}</p>
    </form>
  )
}
