import {
  IconArmchair,
  IconArrowBackUp,
  IconAt,
  IconBan,
  IconCheck,
  IconCircleOff,
  IconDoorEnter,
  IconHourglass,
  IconListNumbers,
  IconMail,
  IconMailQuestion,
  IconShieldCheck,
  IconUserOff,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { StateMark } from '../../../components/index.js'
import type { Step } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'

type Look = { icon: TablerIcon; tint: ComponentProps<typeof StateMark>['tint'] }

const looks: Record<Step, Look> = {
  received: { icon: IconMailQuestion, tint: 'attention' },
  confirmed: { icon: IconCheck, tint: 'done' },
  unconfirmed: { icon: IconMailQuestion, tint: 'plain' },
  unproven: { icon: IconAt, tint: 'plain' },
  entered: { icon: IconShieldCheck, tint: 'accent' },
  seated: { icon: IconArmchair, tint: 'accent' },
  notEntered: { icon: IconCircleOff, tint: 'plain' },
  waitlisted: { icon: IconListNumbers, tint: 'plain' },
  invited: { icon: IconMail, tint: 'accent' },
  coming: { icon: IconCheck, tint: 'done' },
  declined: { icon: IconX, tint: 'plain' },
  lapsed: { icon: IconHourglass, tint: 'plain' },
  revoked: { icon: IconBan, tint: 'danger' },
  excluded: { icon: IconBan, tint: 'danger' },
  givenBack: { icon: IconArrowBackUp, tint: 'plain' },
  checkedIn: { icon: IconDoorEnter, tint: 'done' },
  missed: { icon: IconUserOff, tint: 'plain' },
  withdrawn: { icon: IconArrowBackUp, tint: 'plain' },
  setAside: { icon: IconBan, tint: 'danger' },
  cancelled: { icon: IconX, tint: 'danger' },
}

/** Where an application stands, as one word. */
export function StepMark({ step }: { step: Step }) {
  const t = useText('console')
  return (
    <StateMark icon={looks[step].icon} tint={looks[step].tint}>
      {t(`step.${step}`)}
    </StateMark>
  )
}

export const steps = Object.keys(looks) as Step[]
