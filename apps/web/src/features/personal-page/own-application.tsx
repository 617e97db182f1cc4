import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Fact, Facts, PersonName } from '../../components/index.js'
import type { PersonalPage, Question } from '../../lib/api/types.js'
import { useText } from '../../lib/i18n/index.js'
import { AnswerValue, HandleName, type SentFile } from '../questions/index.js'
import { useOwnFiles } from './api/personal-page.js'
import { EditForm } from './edit-form.js'
import styles from './own-application.module.css'
import type { PersonalProps } from './personal-page.js'

/** What somebody told when applying; hers to change until applications close. */
export function OwnApplication(props: PersonalProps) {
  const t = useText('me')
  const [editing, setEditing] = useState(false)
  const files = useOwnFiles(props.token, props.me)
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
      {editing ? <EditForm {...props} known={files} onDone={() => setEditing(false)} /> : <Told me={props.me} files={files} />}
    </section>
  )
}

function Told({ me, files }: { me: PersonalPage; files: readonly SentFile[] }) {
  const t = useText('me')
  const none = <span className="faint">{t('own.none')}</span>
  return (
    <Facts className={styles.facts}>
      <Fact name={t('own.name')}>
        <PersonName>{me.name}</PersonName>
      </Fact>
      <Fact name={t('own.email')}>{me.email}</Fact>
      <Fact name={t('own.handle')}>{me.handle ? <HandleName handle={me.handle} /> : none}</Fact>
      {me.event.questions.filter(isAsked(me)).map((question) => (
        <Fact key={question.id} name={<span lang={me.event.locale}>{question.label}</span>}>
          {me.answers[question.id] ? (
            <AnswerValue
              answer={me.answers[question.id]}
              type={question.type}
              settings={question.settings}
              fileOf={(id) => files.find((file) => file.id === id)}
            />
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
