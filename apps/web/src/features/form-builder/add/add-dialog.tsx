import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Dialog, Icon } from '../../../components/index.js'
import { textIn, useText } from '../../../lib/i18n/index.js'
import type { BuilderForm } from '../builder-form.js'
import { type DraftQuestion, newQuestion, questionTypesOf } from '../draft-question.js'
import styles from './add-dialog.module.css'
import { TypeSketch } from './type-sketch.js'
import { usualQuestions } from './usual-questions.js'

type Props = { form: BuilderForm; open: boolean; onClose: () => void; onAdd: (question: DraftQuestion) => void }

/** What can be asked: each kind of answer as it will look, and the questions that are asked again and again. */
export function AddDialog({ form, open, onClose, onAdd }: Props) {
  const t = useText('builder')
  return (
    <Dialog open={open} onClose={onClose} title={t('add.heading')}>
      <ul className={styles.types} aria-label={t('add.types')}>
        {questionTypesOf(form.kind).map((type) => (
          <li key={type}>
            <button type="button" className={styles.type} onClick={() => onAdd(newQuestion(type))}>
              <TypeSketch type={type} />
              <span>{t(`types.${type}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Usual form={form} onAdd={onAdd} />
    </Dialog>
  )
}

function Usual({ form, onAdd }: Pick<Props, 'form' | 'onAdd'>) {
  const t = useText('builder')
  const { kind, language } = form
  const asked = new Set(form.questions.map(({ label }) => label))
  const questions = useMemo(() => usualQuestions(kind, textIn('usual', language)), [kind, language])
  const left = questions.filter(({ label }) => !asked.has(label))
  if (!left.length) return null
  return (
    <section aria-labelledby="usual-questions">
      <h3 id="usual-questions" className={styles.heading}>
        {t('add.usual')}
      </h3>
      <ul className={styles.usual}>
        {left.map((question) => (
          <li key={question.label}>
            <button type="button" onClick={() => onAdd({ ...question, key: crypto.randomUUID() })}>
              <Icon of={IconPlus} />
              <span>
                <span lang={language}>{question.label}</span>
                <small>{t(`types.${question.type}`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
