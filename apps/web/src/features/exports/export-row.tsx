import { IconDownload, IconTrash } from '@tabler/icons-react'
import { Button, Icon, ProgressBar } from '../../components/index.js'
import type { ApplicationExport } from '../../lib/api/types.js'
import { formatNumber, useLocale, useText } from '../../lib/i18n/index.js'
import { useMembership } from '../../lib/membership.js'
import { formatMoment } from '../../lib/time.js'
import { useCurrentEvent } from '../events/index.js'
import { exportFile, isBeingMade, useForgetExport } from './api.js'
import styles from './exports.module.css'

/** One file: how far it is, or the way to it. */
export function ExportRow({ made, eventId }: { made: ApplicationExport; eventId: string }) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const { timeZone } = useCurrentEvent()
  const forget = useForgetExport(organization.slug, eventId)
  const name = t(made.format === 'xlsx' ? 'exports.workbook' : 'exports.csvFile', { time: formatMoment(made.askedAt, timeZone, locale) })
  return (
    <li className={styles.row}>
      <div>
        {made.state === 'done' ? (
          <a href={exportFile(organization.slug, eventId, made.id)} download>
            <Icon of={IconDownload} /> {name}
          </a>
        ) : (
          <span>{name}</span>
        )}
        <p className="small soft">{said(made)}</p>
        {isBeingMade(made) && <ProgressBar label={name} value={made.rowsTotal === 0 ? 0 : made.rowsDone / made.rowsTotal} />}
      </div>
      <Button variant="text" size="small" icon={IconTrash} busy={forget.isPending} onClick={() => forget.mutate(made.id)}>
        {t(isBeingMade(made) ? 'exports.stop' : 'exports.delete')}
        <span className="sr">: {name}</span>
      </Button>
    </li>
  )

  function said({ state, rowsDone, rowsTotal, size, by, keptUntil }: ApplicationExport): string {
    if (state === 'failed') return t('exports.failed')
    if (state !== 'done') return t('exports.making', { done: formatNumber(rowsDone), total: formatNumber(rowsTotal) })
    const until = formatMoment(keptUntil, timeZone, locale)
    return t('exports.done', { count: rowsDone, size: sizeOf(size ?? 0), by, until })
  }
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${formatNumber(Math.round(bytes / 1_000_000))} MB`
}
