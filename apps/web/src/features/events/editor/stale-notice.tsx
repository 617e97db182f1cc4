import { Button, Notice } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './stale-notice.module.css'
import type { SectionName } from './sections.js'
import type { Editor } from './use-editor.js'

/** Two people saved the same event: what happened, and the two ways on. */
export function StaleNotice({ editor, section }: { editor: Editor; section: SectionName }) {
  const t = useText('console')
  return (
    <div className={styles.notice}>
      <Notice
        kind="attention"
        live
        title={t('editor.stale.heading')}
        action={
          <>
            <Button size="small" variant="quiet" onClick={() => editor.discard(section)}>
              {t('editor.stale.reload')}
            </Button>
            <Button size="small" variant="quiet" onClick={editor.keep}>
              {t('editor.stale.keep')}
            </Button>
          </>
        }
      >
        {t('editor.stale.text')}
      </Notice>
    </div>
  )
}
