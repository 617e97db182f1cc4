import { IconArrowLeft, IconEye } from '@tabler/icons-react'
import { paths } from '../../../app/paths.js'
import { ButtonLink, Icon, Loaded } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { useMembership } from '../../../lib/membership.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { EventPage } from '../../event-page/index.js'
import { usePreview } from '../api.js'
import { useCurrentEvent } from '../current-event.js'
import styles from './preview-page.module.css'

/** The public page as it would be, in a frame that says so. */
export default function PreviewPage() {
  const t = useText('console')
  const { organization } = useMembership()
  const { id, title, phase } = useCurrentEvent()
  usePageTitle(t('preview.title', { event: title }))
  return (
    <div className={styles.frame}>
      <aside className={styles.bar} aria-label={t('preview.heading')}>
        <Icon of={IconEye} />
        <p>{t(phase === 'draft' ? 'preview.text' : 'preview.textPublished')}</p>
        <ButtonLink variant="quiet" size="small" icon={IconArrowLeft} to={paths.consoleEventPage(organization.slug, id, 'edit')}>
          {t('preview.back')}
        </ButtonLink>
      </aside>
      <div className={styles.page}>
        <Loaded of={usePreview(organization.slug, id)}>{(event) => <EventPage event={event} preview />}</Loaded>
      </div>
    </div>
  )
}
