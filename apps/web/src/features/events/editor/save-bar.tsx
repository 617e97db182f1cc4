import { IconCheck } from '@tabler/icons-react'
import { Button, Failure, Icon } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './save-bar.module.css'
import type { SectionName } from './sections.js'
import type { Editor } from './use-editor.js'

/** Save, or give up what was changed; at the bottom of the screen as long as something is unsaved. */
export function SaveBar({ editor, section }: { editor: Editor; section: SectionName }) {
  const t = useText('console')
  const changed = editor.isChanged(section)
  const count = Object.keys(editor.errors).length
  return (
    <div className={styles.bar} data-changed={changed || undefined}>
      <div className={styles.said}>
        <Failure of={editor.failure} />
        {count > 0 && <p className={styles.wrong}>{t('problem.summary', { count })}</p>}
      </div>
      <Button type="submit" busy={editor.saving} disabled={!changed && !editor.saving}>
        {t(editor.saving ? 'state.saving' : 'state.save')}
      </Button>
      {changed && !editor.saving && (
        <Button variant="text" onClick={() => editor.discard(section)}>
          {t('editor.discard')}
        </Button>
      )}
      <span className={styles.state} role="status">
        {editor.saved === section && (
          <>
            <Icon of={IconCheck} />
            {t('state.savedNow')}
          </>
        )}
      </span>
    </div>
  )
}
