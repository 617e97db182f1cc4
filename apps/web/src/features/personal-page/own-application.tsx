import { IconPencil } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { Button, Fact, Facts, Field, focusFirstError, PersonName, TextInput } from '../../components/index.js'
import { hasStatus } from '../../lib/api/problem.js'
import type { PersonalPage, Question } from '../../lib/api/types.js'
import { errorsOf, type FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import { QuestionFields, questionErrors, readHandleErrors } from '../questions/index.js'
import { AnswerWords } from './answer-words.js'
import { type ApplicationEdit, editApplication } from './api/personal-page.js'
import styles from './own-application.module.css'
import type { PersonalProps } from './personal-page.js'

/** What somebody told when applying; hers to change until applications close. */
export function OwnApplication(props: PersonalProps) {
  const t = useText('me')
  const [editing, setEditing] = useState(false)
  return (
    <section className={styles.own}>
      <header>
        <h2>{t('own.title')}</h2>
        {!editing && (
          <Button variant="text" size="small" icon={IconPencil} onClick={() => setEditing(true)}>
            {t('own.edit')}
          </Button>
        )}
      </header>
      {editing ? <EditForm {...props} onDone={() => setEditing(false)} /> : <Told {...props} />}
    </section>
  )
}

function Told({ me }: PersonalProps) {
  const t = useText('me')
  const none = <span className="faint">{t('own.none')}</span>
  return (
    <Facts className={styles.facts}>
      <Fact name={t('own.name')}>
        <PersonName>{me.name}</PersonName>
      </Fact>
      <Fact name={t('own.email')}>{me.email}</Fact>
      <Fact name={t('own.handle')}>{me.handle ? <bdi>{me.handle}</bdi> : none}</Fact>
      {me.event.questions.filter(isAsked(me)).map((question) => (
        <Fact key={question.id} name={<span lang={me.event.locale}>{question.label}</span>}>
          {me.answers[question.id] ? (
            <span className={styles.answer}>
              <AnswerWords question={question} answer={me.answers[question.id] ?? ''} />
            </span>
          ) : (
            none
          )}
        </Fact>
      ))}
    </Facts>
  )
}

/** Headings ask for nothing, and neither do questions that another answer has hidden. */
const isAsked =
  ({ answers }: PersonalPage) =>
  ({ id, type, showIf }: Question) =>
    type !== 'heading' &&
    (!showIf || id in answers || [answers[showIf.questionId] ?? []].flat().some((answer) => showIf.is.includes(answer)))

function EditForm({ token, me, actions, onDone }: PersonalProps & { onDone: () => void }) {
  const t = useText('me')
  const common = useText('common')
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<ApplicationEdit>({ name: me.name, handle: me.handle ?? '', answers: me.answers })
  const [errors, setErrors] = useState<FormErrors>({})
  const change = (part: Partial<ApplicationEdit>) => setDraft((before) => ({ ...before, ...part }))

  const show = (found: FormErrors) => {
    setErrors(found)
    focusFirstError(form.current)
  }

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    const found: FormErrors = {
      ...(draft.name.trim() ? {} : { name: { message: common('person.nameMissing') } }),
      ...readHandleErrors(draft.handle, common, (handle) => change({ handle })),
      ...questionErrors(me.event.questions, draft.answers, common),
    }
    if (Object.keys(found).length > 0) return show(found)
    const done = await actions.change('edit', () => editApplication(token, me.version, draft))
    if (done) onDone()
  }

  const refused = actions.problem && actions.problem.errors.length > 0 ? errorsOf(actions.problem.errors) : {}
  const shown = { ...refused, ...errors }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={onSubmit}>
      <Field label={t('own.name')} error={shown.name?.message} required>
        <TextInput
          value={draft.name}
          maxLength={200}
          dir="auto"
          autoComplete="name"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field label={t('own.handle')} error={shown.handle?.message} cure={shown.handle?.cure} optionalLabel={common('field.optional')}>
        <TextInput
          value={draft.handle}
          maxLength={200}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => change({ handle: event.target.value })}
        />
      </Field>
      <QuestionFields
        questions={me.event.questions}
        answers={draft.answers}
        errors={shown}
        lang={me.event.locale}
        onChange={(answers) => change({ answers })}
      />
      {hasStatus(actions.problem, 412) && <p className="small">{t('own.changedElsewhere')}</p>}
      <div className={styles.buttons}>
        <Button type="submit" busy={actions.busy === 'edit'}>
          {t('own.save')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  )
}
