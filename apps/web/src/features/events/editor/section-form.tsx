import { IconArrowLeft } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { paths } from '../../../app/paths.js'
import { ButtonLink, focusFirstError } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { BuilderLayout, FormPreview } from '../../form-builder/index.js'
import { policyFormOf } from './policy/policy-form.js'
import { PolicySection } from './policy/policy-section.js'
import { PublishedChange } from './policy/words/published-change.js'
import { SaveBar } from './save-bar.js'
import type { SectionName } from './sections.js'
import { AgendaSection } from './sections/agenda-section.js'
import { BasicsSection } from './sections/basics-section.js'
import { CoverSection } from './sections/cover-section.js'
import { DatesSection } from './sections/dates-section.js'
import { HostsSection } from './sections/hosts-section.js'
import { MoreSection } from './sections/more-section.js'
import { PlaceSection } from './sections/place-section.js'
import { ProofSection } from './sections/proof-section.js'
import { type FormField, QuestionsSection } from './sections/questions-section.js'
import styles from './section-form.module.css'
import { StaleNotice } from './stale-notice.js'
import { useAnswersAffected } from './use-answers-affected.js'
import type { Editor } from './use-editor.js'

/** One part of the event with its own button to save it. */
export function SectionForm({ editor, section }: { editor: Editor; section: SectionName }) {
  const t = useText('console')
  const { organization } = useMembership()
  const form = useRef<HTMLFormElement>(null)
  const save = async (confirm?: readonly string[]) => {
    if (!(await editor.save(section, confirm))) focusFirstError(form.current)
  }
  const consent = useAnswersAffected(editor, save)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (section === 'questions' ? consent.ask() : save())
  }
  return (
    <>
      <ButtonLink
        variant="text"
        size="small"
        icon={IconArrowLeft}
        className={styles.back}
        to={paths.consoleEventPage(organization.slug, editor.event.id, 'edit')}
      >
        {t('editor.sections')}
      </ButtonLink>
      <h2 className={styles.title}>{t(`editor.${section}`)}</h2>
      {section === 'more' ? (
        <div className={styles.fields}>
          <MoreSection editor={editor} />
        </div>
      ) : (
        <WithPreview editor={editor} section={section}>
          <form ref={form} noValidate onSubmit={submit}>
            <fieldset className={styles.fields} disabled={editor.closed && section !== 'policy'}>
              {parts[section](editor)}
            </fieldset>
            {section === 'policy' && editor.event.phase === 'open' && editor.isChanged('policy') && (
              <PublishedChange event={editor.event} form={policyFormOf(editor)} />
            )}
            {editor.stale && <StaleNotice editor={editor} section={section} />}
            {!editor.closed && <SaveBar editor={editor} section={section} />}
          </form>
          {consent.dialog}
        </WithPreview>
      )}
    </>
  )
}

const forms: Partial<Record<SectionName, FormField>> = { questions: 'questions', survey: 'surveyQuestions' }

/** Beside the fields of a form stands what people see of it. It is no part of what is sent. */
function WithPreview({ editor, section, children }: { editor: Editor; section: SectionName; children: ReactNode }) {
  const name = forms[section]
  if (!name) return children
  const preview = (
    <FormPreview questions={editor.values[name]} kind={name === 'questions' ? 'application' : 'survey'} language={editor.values.locale} />
  )
  return <BuilderLayout preview={preview}>{children}</BuilderLayout>
}

const parts: Record<Exclude<SectionName, 'more'>, (editor: Editor) => ReactNode> = {
  basics: (editor) => <BasicsSection editor={editor} />,
  cover: (editor) => <CoverSection editor={editor} />,
  dates: (editor) => <DatesSection editor={editor} />,
  place: (editor) => <PlaceSection editor={editor} />,
  hosts: (editor) => <HostsSection editor={editor} />,
  questions: (editor) => <QuestionsSection editor={editor} name="questions" />,
  proof: (editor) => <ProofSection editor={editor} />,
  policy: (editor) => <PolicySection editor={editor} />,
  agenda: (editor) => <AgendaSection editor={editor} />,
  survey: (editor) => <QuestionsSection editor={editor} name="surveyQuestions" />,
}
