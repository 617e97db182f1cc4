import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { may } from '#permissions'
import { Button } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { useMembership } from '../../lib/membership.js'
import type { ExportInput } from '../../lib/api/types.js'
import { ExportDialog } from './export-dialog.js'

type Props = {
  eventId: string
  /** What the list shows now; null when it shows everybody. */
  filter: NonNullable<ExportInput['filter']> | null
}

/** The way to the list as a file. */
export function ExportButton({ eventId, filter }: Props) {
  const t = useText('console')
  const { role } = useMembership()
  const [open, setOpen] = useState(false)
  if (!may(role, 'applications.export')) return null
  return (
    <>
      <Button variant="quiet" size="small" icon={IconDownload} onClick={() => setOpen(true)}>
        {t('exports.button')}
      </Button>
      <ExportDialog open={open} onClose={() => setOpen(false)} eventId={eventId} filter={filter} />
    </>
  )
}
