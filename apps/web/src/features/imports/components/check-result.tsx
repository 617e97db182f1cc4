import { useState } from 'react'
import { Button, Checkbox, Failure, figures, Table } from '../../../components/index.js'
import type { ApplicationImportDetail } from '../../../lib/api/types.js'
import { formatNumber, useText } from '../../../lib/i18n/index.js'
import { saveFile } from '../../../lib/save-file.js'
import type { useImportActs } from '../api.js'
import styles from './imports.module.css'

type Props = { brought: ApplicationImportDetail; acts: ReturnType<typeof useImportActs> }

/** What would happen: how many come in, who has applied already, and what is wrong with which row. */
export function CheckResult({ brought, acts }: Props) {
  const t = useText('console')
  const [agreed, setAgreed] = useState(false)
  const { good, known, wrong } = brought
  return (
    <section className={styles.result}>
      <h2 className={styles.heading}>{t('imports.result')}</h2>
      <ul className={styles.tally}>
        <li>
          <b>{formatNumber(good)}</b> {t('imports.good', { count: good })}
        </li>
        <li>
          <b>{formatNumber(known)}</b> {t('imports.known', { count: known })}
        </li>
        <li>
          <b>{formatNumber(wrong)}</b> {t('imports.wrong', { count: wrong })}
        </li>
      </ul>
      {brought.errors.length > 0 && <Errors brought={brought} />}
      {good > 0 && (
        <div className={styles.go}>
          <Checkbox
            label={t('imports.agreed')}
            help={t('imports.agreedHelp')}
            checked={agreed}
            onChange={({ target }) => setAgreed(target.checked)}
          />
          <Button busy={acts.run.isPending} disabled={!agreed} onClick={() => acts.run.mutate()}>
            {t('imports.run', { count: good })}
          </Button>
          <Failure of={acts.run.error} />
        </div>
      )}
    </section>
  )
}

const shown = 20

function Errors({ brought: { errors, fileName } }: Pick<Props, 'brought'>) {
  const t = useText('console')
  const quoted = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const save = () =>
    saveFile(
      `${fileName.replace(/\.\w+$/, '')}-errors.csv`,
      `\uFEFF${errors.map(({ line, column, value, message }) => [String(line), column ?? '', value, message].map(quoted).join(',')).join('\r\n')}`,
      'text/csv',
    )
  return (
    <>
      <Table caption={t('imports.errors')}>
        <thead>
          <tr>
            <th className={figures}>{t('imports.line')}</th>
            <th>{t('imports.column')}</th>
            <th>{t('imports.value')}</th>
            <th>{t('imports.message')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, shown).map(({ line, column, value, message }) => (
            <tr key={`${line}:${column}:${message}`}>
              <td className={figures}>{line}</td>
              <td>
                <bdi>{column}</bdi>
              </td>
              <td>{value ? <bdi>{value}</bdi> : <span className="soft">{t('imports.nothing')}</span>}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {errors.length > shown && (
        <p className="small soft">
          {t('imports.moreErrors', { count: errors.length - shown })}{' '}
          <Button variant="text" size="small" onClick={save}>
            {t('imports.saveErrors')}
          </Button>
        </p>
      )}
    </>
  )
}
