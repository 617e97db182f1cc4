import { IconEye } from '@tabler/icons-react'
import { Navigate, useSearchParams } from 'react-router'
import { paths } from '../../../app/paths.js'
import { ButtonLink, Loaded, PageHead } from '../../../components/index.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useLocale, useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { formatDay } from '../../../lib/time.js'
import { useEvent } from '../api.js'
import { useCurrentEvent } from '../current-event.js'
import { EditorAside } from './editor-aside.js'
import styles from './editor-page.module.css'
import { PublishDialog } from './publish-dialog.js'
import { SectionForm } from './section-form.js'
import { isSection } from './sections.js'
import { useEditor } from './use-editor.js'

type Props = { /** From the address; none shows the list of parts on a phone and the first part on a desk. */ section: string | undefined }

/** Everything about an event that can be written down, part by part. */
export default function EditorPage({ section }: Props) {
  const { organization } = useMembership()
  const { id } = useCurrentEvent()
  const event = useEvent(organization.slug, id)
  if (section !== undefined && !isSection(section)) return <Navigate to={paths.consoleEventPage(organization.slug, id, 'edit')} replace />
  return <Loaded of={event}>{(detail) => <LoadedEditor key={detail.id} event={detail} section={section} refetch={event.refetch} />}</Loaded>
}

function LoadedEditor({ event, section, refetch }: Props & { event: EventDetail; refetch: () => Promise<unknown> }) {
  const t = useText('console')
  const { organization } = useMembership()
  const [search, setSearch] = useSearchParams()
  const editor = useEditor(organization.slug, event, refetch)
  const shown = isSection(section) ? section : 'basics'
  // A form takes the width for what people see of it; the parts stand above in a row.
  const isWide = section === 'questions' || section === 'survey'
  const publishing = search.has('publish') && event.phase === 'draft' && !event.missing.length && !editor.anyChanged
  return (
    <>
      <PageHead
        title={t('editor.title', { event: event.title })}
        heading={t('editor.heading')}
        below={<Standing event={event} />}
        actions={
          <ButtonLink variant="quiet" size="small" icon={IconEye} to={paths.consoleEventPage(organization.slug, event.id, 'preview')}>
            {t('editor.preview')}
          </ButtonLink>
        }
      />
      <div className={styles.grid} data-section={section ?? ''} data-wide={isWide || undefined}>
        <div className={styles.form}>
          <SectionForm key={shown} editor={editor} section={shown} />
        </div>
        <EditorAside
          editor={editor}
          shown={section === undefined ? undefined : shown}
          isRow={isWide}
          onPublish={() => setSearch({ publish: '' })}
        />
      </div>
      <PublishDialog event={event} open={publishing} onClose={() => setSearch({}, { replace: true })} />
    </>
  )
}

/** Whether the public sees it already. */
function Standing({ event }: { event: EventDetail }) {
  const t = useText('console')
  const locale = useLocale()
  const date = (instant: string) => ({ date: formatDay(instant, event.timeZone, locale, { year: true }) })
  if (event.cancelledAt) return t('editor.cancelled', date(event.cancelledAt))
  return event.publishedAt ? t('editor.published', date(event.publishedAt)) : t('editor.draft')
}
