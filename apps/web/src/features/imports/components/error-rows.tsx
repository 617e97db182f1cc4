import { Button, figures, Table } from '../../../components/index.js'
import type { ApplicationImportDetail } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { saveFile } from '../../../lib/save-file.js'
import styles from './imports.module.css'

const shown = 20

/** What is wrong with which row: the first here, all of them as a file to mend the other one with. */
export function ErrorRows({ brought: { errors, fileName } }: { brought: Pick<ApplicationImportDetail, 'errors' | 'fileName'> }) {
  const t = useText('console')
  const save = () => {
    const header = [t('imports.line'), t('imports.column'), t('imports.value'), t('imports.message')]
    const rows = errors.map(({ line, column, value, message }) => [String(line), column ?? '', value, message])
    const text = [header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')
    saveFile(`${fileName.replace(/\.\w+$/, '')}-${t('imports.errorFile')}.csv`, `\uFEFF${text}`, 'text/csv')
  }
  return (
    <>
      <Table caption={t('imports.errors')} className={styles.errors}>
        <thead>
          <tr>
            <th className={figures}>{t('imports.line')}</th>
            <th>{t('imports.value')}</th>
            <th>{t('imports.message')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, shown).map(({ line, column, value, message }) => (
            <tr key={`${line}:${column}:${message}`}>
              <td className={figures}>{line}</td>
              <td>
                <bdi className={styles.column}>{column}</bdi>
                {value ? <bdi>{value}</bdi> : <span className="soft">{t('imports.nothing')}</span>}
              </td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="small soft">
        {errors.length > shown && `${t('imports.moreErrors', { count: errors.length - shown })} `}
        <Button variant="text" size="small" onClick={save}>
          {t('imports.saveErrors')}
        </Button>
      </p>
    </>
  )
}

/** A field of a CSV file; what a spreadsheet would take for a formula is kept as text. */
function quoted(text: string): string {
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
