import { useState } from 'react'
import { Button, Dialog, DialogForm, Failure, RadioGroup } from '../../components/index.js'
import type { ExportInput } from '../../lib/api/types.js'
import { useLocale, useText } from '../../lib/i18n/index.js'
import { useMembership } from '../../lib/membership.js'
import { useExports, useRequestExport } from './api.js'
import { ExportRow } from './export-row.js'
import styles from './exports.module.css'

type Props = { open: boolean; onClose: () => void; eventId: string; filter: NonNullable<ExportInput['filter']> | null }

/** Asks for the list as a file, and shows those of the last days. One may leave while a file is made: it waits here. */
export function ExportDialog({ open, onClose, eventId, filter }: Props) {
  const t = useText('console')
  const locale = useLocale()
  const { organization } = useMembership()
  const [format, setFormat] = useState<ExportInput['format']>('xlsx')
  const [filtered, setFiltered] = useState(true)
  const { data } = useExports(organization.slug, eventId, open)
  const ask = useRequestExport(organization.slug, eventId)
  return (
    <Dialog open={open} onClose={onClose} title={t('exports.title')}>
      <DialogForm
        onSubmit={(submit) => {
          submit.preventDefault()
          ask.mutate({ format, locale, filter: filtered ? filter : null })
        }}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('state.close')}
            </Button>
            <Button type="submit" busy={ask.isPending}>
              {t('exports.make')}
            </Button>
          </>
        }
      >
        <p className="small soft">{t('exports.what')}</p>
        {filter && (
          <RadioGroup
            label={t('exports.whom')}
            options={[
              { value: 'some', label: t('exports.whomFiltered') },
              { value: 'all', label: t('exports.whomAll') },
            ]}
            value={filtered ? 'some' : 'all'}
            onChange={(whom) => setFiltered(whom === 'some')}
          />
        )}
        <RadioGroup
          label={t('exports.format')}
          options={[
            { value: 'xlsx', label: t('exports.xlsx') },
            { value: 'csv', label: t('exports.csv') },
          ]}
          value={format}
          onChange={(chosen) => setFormat(chosen as ExportInput['format'])}
        />
        <Failure of={ask.error} />
        {data && data.items.length > 0 && (
          <section aria-live="polite">
            <h3 className={styles.heading}>{t('exports.latest')}</h3>
            <ul className={styles.list}>
              {data.items.map((one) => (
                <ExportRow key={one.id} made={one} eventId={eventId} />
              ))}
            </ul>
          </section>
        )}
      </DialogForm>
    </Dialog>
  )
}
