import { Button, Checkbox, Dialog } from '../../../components/index.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { knownColumns, type Listed, usualColumns } from '../listed.js'
import { columnName } from './column-name.js'
import styles from './list-filters.module.css'

type Props = { open: boolean; onClose: () => void; listed: Listed; onChange: (listed: Listed) => void; event: EventDetail }

/** More would leave no room for any. */
const most = 6

/** Which columns the list has besides name and step; answers to questions among them. */
export function ColumnsDialog({ open, onClose, listed, onChange, event }: Props) {
  const t = useText('console')
  const questions = event.questions.filter(({ type }) => type !== 'heading')
  const all = [...knownColumns, ...questions.map(({ id }) => id)]
  const choose = (column: string, chosen: boolean) => {
    const wanted = new Set(listed.column)
    if (chosen) wanted.add(column)
    else wanted.delete(column)
    onChange({ ...listed, column: all.filter((name) => wanted.has(name)) })
  }
  const full = listed.column.length >= most
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('applications.columns')}
      actions={
        <>
          <Button variant="quiet" onClick={() => onChange({ ...listed, column: usualColumns })}>
            {t('applications.usualColumns')}
          </Button>
          <Button onClick={onClose}>{t('applications.columnsDone')}</Button>
        </>
      }
    >
      <p className="small soft">{t('applications.columnsHint', { count: most })}</p>
      <div className={styles.checks}>
        {all.map((column) => (
          <Checkbox
            key={column}
            label={columnName(column, event.questions, t)}
            checked={listed.column.includes(column)}
            disabled={full && !listed.column.includes(column)}
            onChange={({ target }) => choose(column, target.checked)}
          />
        ))}
      </div>
    </Dialog>
  )
}
