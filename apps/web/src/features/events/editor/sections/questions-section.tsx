import { IconLock } from '@tabler/icons-react'
import { Icon, Notice } from '../../../../components/index.js'
import { useText } from '../../../../lib/i18n/index.js'
import { FormBuilder } from '../../../form-builder/index.js'
import type { Editor } from '../use-editor.js'
import { ReuseDialog } from './reuse-dialog.js'
import styles from './section.module.css'

/** The two forms of an event: what people answer to apply, and what they are asked afterwards. */
export type FormField = 'questions' | 'surveyQuestions'

/** The questions of a form, application and survey alike, in the order they are asked. */
export function QuestionsSection({ editor, name }: { editor: Editor; name: FormField }) {
  const t = useText('console')
  const builder = useText('builder')
  const { values, set, errors, isLocked, closed, trouble } = editor
  const kind = name === 'questions' ? 'application' : 'survey'
  return (
    <>
      <p className={styles.note}>{t(name === 'questions' ? 'editor.questionsHint' : 'editor.surveyHint')}</p>
      {isLocked(name) && (
        <p className={styles.locked}>
          <Icon of={IconLock} />
          {t(name === 'questions' ? 'editor.lockQuestions' : 'editor.lockSurvey')}
        </p>
      )}
      {name === 'questions' && editor.event.phase === 'open' && !isLocked(name) && (
        <Notice kind="attention">{builder('effects.open')}</Notice>
      )}
      <FormBuilder
        questions={values[name]}
        kind={kind}
        language={values.locale}
        disabled={isLocked(name) || closed}
        errors={errors}
        path={name}
        onChange={(questions) => set({ [name]: questions })}
        onTrouble={(path, message) => trouble(`${name}.${path}`, message)}
        reuse={(dialog) => <ReuseDialog {...dialog} eventId={editor.event.id} language={values.locale} kind={kind} />}
      />
    </>
  )
}
