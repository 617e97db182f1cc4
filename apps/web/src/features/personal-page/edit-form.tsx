import { type FormEvent, useRef, useState } from 'react'
import { shownHandle } from '#forms'
import { Button, Field, focusFirstError, TextInput } from '../../components/index.js'
import { hasStatus } from '../../lib/api/problem.js'
import type { Answer, Answers, PersonalPage } from '../../lib/api/types.js'
import { errorsOf, type FormErrors } from '../../lib/form-errors.js'
import { useText } from '../../lib/i18n/index.js'
import { QuestionFields, questionErrors, readHandleErrors, type SentFile, useFileAnswers } from '../questions/index.js'
import { type ApplicationEdit, editApplication } from './api/personal-page.js'
import styles from './own-application.module.css'
import type { PersonalProps } from './personal-page.js'

type Props = Pick<PersonalProps, 'token' | 'me' | 'actions'> & { known: readonly SentFile[]; onDone: () => void }

/** Changes what she told when applying. */
export function EditForm({ token, me, actions, known, onDone }: Props) {
  const t = useText('me')
  const common = useText('common')
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<ApplicationEdit>({ name: me.name, handle: me.handle ?? '', answers: asTyped(me) })
  const [errors, setErrors] = useState<FormErrors>({})
  const change = (part: Partial<ApplicationEdit>) => setDraft((before) => ({ ...before, ...part }))

  const answer = (questionId: string, given: Answer) => {
    setDraft((before) => ({ ...before, answers: { ...before.answers, [questionId]: given } }))
    // What has been mended is no longer complained about; the other complaints stay.
    setErrors(({ [`answers.${questionId}`]: _, ...others }) => others)
  }
  const { organization, slug, questions } = me.event
  const files = useFileAnswers({
    organization: organization.slug,
    event: slug,
    known,
    onSent: (questionId, file) => answer(questionId, file.id),
  })
  const busy = questions.filter(({ id }) => 'share' in (files.onItsWay(id) ?? {}))

  async function onSubmit(submit: FormEvent) {
    submit.preventDefault()
    const found: FormErrors = {
      ...(draft.name.trim() ? {} : { name: { message: common('person.nameMissing') } }),
      ...readHandleErrors(draft.handle, common, (handle) => change({ handle })),
      ...questionErrors(questions, draft.answers, common, answer),
      ...Object.fromEntries(busy.map(({ id }) => [`answers.${id}`, { message: common('file.busy') }])),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return focusFirstError(form.current)
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
        questions={questions}
        answers={draft.answers}
        errors={shown}
        lang={me.event.locale}
        files={files}
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

/** Accounts as people write them: where everybody is on the same server, a name is enough. */
function asTyped({ event, answers }: PersonalPage): Answers {
  const accounts = event.questions.flatMap(({ id, type, settings }) => {
    const account = answers[id]
    return type === 'handle' && typeof account === 'string' ? [[id, shownHandle(settings.network, account)] as const] : []
  })
  return { ...answers, ...Object.fromEntries(accounts) }
}
