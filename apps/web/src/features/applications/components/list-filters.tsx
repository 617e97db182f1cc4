import { IconAdjustmentsHorizontal, IconColumns3 } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { Button, Select } from '../../../components/index.js'
import type { ApplicationPage, EventDetail, Step } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import type { Listed } from '../listed.js'
import { ActiveFilters } from './active-filters.js'
import { ColumnsDialog } from './columns-dialog.js'
import { FilterDialog } from './filter-dialog.js'
import styles from './list-filters.module.css'
import { SearchWords } from './search-words.js'
import { steps } from './step-mark.js'

type Props = {
  listed: Listed
  onChange: (listed: Listed) => void
  counts: ApplicationPage['counts']
  event: EventDetail | undefined
  search: RefObject<HTMLDivElement | null>
}

/** Whom the list shows and in which order: what is used most in sight, the rest behind one button, and all that holds as words that can be taken away. */
export function ListFilters({ listed, onChange, counts, event, search }: Props) {
  const t = useText('console')
  const [open, setOpen] = useState<'filters' | 'columns' | null>(null)
  const set = (change: Partial<Listed>) => onChange({ ...listed, ...change })
  const drawn = counts.steps.waitlisted !== undefined || counts.steps.invited !== undefined || counts.steps.coming !== undefined
  return (
    <>
      <div className={styles.filters}>
        <div ref={search} className={styles.search}>
          <SearchWords label={t('applications.search')} value={listed.search} onChange={(words) => set({ search: words })} />
        </div>
        <div className={styles.pick}>
          <Select
            aria-label={t('applications.step')}
            value={listed.step}
            onChange={({ target }) => set({ step: target.value as Step | '' })}
          >
            <option value="">{t('applications.allSteps')}</option>
            {steps
              .filter((step) => step === listed.step || counts.steps[step])
              .map((step) => (
                <option key={step} value={step}>
                  {t('applications.stepCount', { step: t(`step.${step}`), count: counts.steps[step] ?? 0 })}
                </option>
              ))}
          </Select>
        </div>
        <div className={styles.pick}>
          <Select aria-label={t('applications.sort')} value={listed.sort} onChange={({ target }) => set({ sort: target.value })}>
            <option value="newest">{t('applications.sorts.newest')}</option>
            <option value="oldest">{t('applications.sorts.oldest')}</option>
            <option value="name">{t('applications.sorts.name')}</option>
            {(drawn || listed.sort === 'rank') && <option value="rank">{t('applications.sorts.rank')}</option>}
          </Select>
        </div>
        <div className={styles.buttons}>
          <Button
            aria-label={t('applications.filters')}
            variant="quiet"
            size="small"
            icon={IconAdjustmentsHorizontal}
            onClick={() => setOpen('filters')}
          >
            <span className={styles.word}>{t('applications.filters')}</span>
          </Button>
          <Button className={styles.columns} variant="quiet" size="small" icon={IconColumns3} onClick={() => setOpen('columns')}>
            {t('applications.columns')}
          </Button>
        </div>
      </div>
      <ActiveFilters listed={listed} onChange={onChange} event={event} />
      {event && (
        <>
          <FilterDialog
            key={`filters-${open === 'filters'}`}
            open={open === 'filters'}
            onClose={() => setOpen(null)}
            listed={listed}
            onChange={onChange}
            event={event}
          />
          <ColumnsDialog open={open === 'columns'} onClose={() => setOpen(null)} listed={listed} onChange={onChange} event={event} />
        </>
      )}
    </>
  )
}
