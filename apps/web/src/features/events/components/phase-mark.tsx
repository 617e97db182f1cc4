import {
  IconArchive,
  IconCalendarEvent,
  IconDoor,
  IconHourglass,
  IconPencil,
  IconShieldCheck,
  IconSpeakerphone,
  IconTicket,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { StateMark } from '../../../components/index.js'
import type { Phase } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'

type Look = { icon: TablerIcon; tint: ComponentProps<typeof StateMark>['tint'] }

const looks: Record<Phase, Look> = {
  draft: { icon: IconPencil, tint: 'plain' },
  announced: { icon: IconSpeakerphone, tint: 'accent' },
  open: { icon: IconTicket, tint: 'accent' },
  closed: { icon: IconHourglass, tint: 'attention' },
  drawn: { icon: IconShieldCheck, tint: 'accent' },
  live: { icon: IconDoor, tint: 'done' },
  wrapped: { icon: IconCalendarEvent, tint: 'plain' },
  archived: { icon: IconArchive, tint: 'plain' },
  cancelled: { icon: IconX, tint: 'danger' },
}

/** Where an event stands, as one word. */
export function PhaseMark({ phase }: { phase: Phase }) {
  const t = useText('console')
  return (
    <StateMark icon={looks[phase].icon} tint={looks[phase].tint}>
      {t(`phase.${phase}`)}
    </StateMark>
  )
}
