import { IconPointFilled, IconSpeakerphone } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { may } from '#permissions'
import { paths } from '../../../app/paths.js'
import { Button, classNames, Icon, Ticket } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import styles from './editor-aside.module.css'
import { type SectionName, sectionNames, sectionOf, sections } from './sections.js'
import type { Editor } from './use-editor.js'

type Props = {
  editor: Editor
  shown: SectionName | undefined /** The parts in a row above instead of a column beside. */
  isRow?: boolean
  onPublish: () => void
}

/** The parts of the event with what is missing in each, and the way out into the world. */
export function EditorAside({ editor, shown, isRow = false, onPublish }: Props) {
  const t = useText('console')
  const { role } = useMembership()
  const isDraft = editor.event.phase === 'draft'
  return (
    <aside className={classNames(styles.aside, shown && styles.notAlone, isRow && styles.row)} aria-label={t('editor.sections')}>
      {isDraft && !isRow && may(role, 'events.publish') && <PublishTicket editor={editor} onPublish={onPublish} />}
      <nav aria-label={t('editor.sections')}>
        <ol className={styles.list}>
          {sectionNames.map((name) => (
            <SectionLink key={name} editor={editor} name={name} isFirst={shown === undefined && name === 'basics'} />
          ))}
        </ol>
      </nav>
    </aside>
  )
}

function SectionLink({ editor, name, isFirst }: { editor: Editor; name: SectionName; isFirst: boolean }) {
  const t = useText('console')
  const { organization } = useMembership()
  const missing = editor.event.phase === 'draft' ? editor.event.missing.filter((path) => sectionOf(path) === name) : []
  return (
    <li>
      <NavLink
        to={paths.consoleEventPage(organization.slug, editor.event.id, `edit/${name}`)}
        className={styles.link}
        data-first={isFirst || undefined}
      >
        <Icon of={sections[name].icon} />
        <span className={styles.words}>
          {t(`editor.${name}`)}
          {missing.map((path) => {
            const key = `editor.missing.fields.${path}`
            return <small key={path}>{t.has(key) ? t(key) : path}</small>
          })}
        </span>
        {editor.isChanged(name) && (
          <span className={styles.unsaved}>
            <Icon of={IconPointFilled} />
            <span className="sr">{t('state.unsaved')}</span>
          </span>
        )}
      </NavLink>
    </li>
  )
}

/** The one action of a draft: complete it, or let it out. */
function PublishTicket({ editor, onPublish }: Pick<Props, 'editor' | 'onPublish'>) {
  const t = useText('console')
  const { missing } = editor.event
  const ready = !missing.length
  return (
    <Ticket
      stubAt="bottom"
      className={styles.ticket}
      mainClassName={styles.main}
      stubClassName={styles.stub}
      label={t('editor.missing.heading')}
      stub={
        <Button icon={IconSpeakerphone} disabled={!ready || editor.anyChanged} onClick={onPublish}>
          {t('editor.publish')}
        </Button>
      }
    >
      <h2>{ready ? t('editor.missing.ready') : t('editor.missing.count', { count: missing.length })}</h2>
      <p>{ready ? t(editor.anyChanged ? 'editor.missing.saveFirst' : 'editor.missing.readyText') : t('editor.missing.text')}</p>
    </Ticket>
  )
}
