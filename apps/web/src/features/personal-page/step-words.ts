import {
  IconAlarm,
  IconArmchair,
  IconAt,
  IconCalendarEvent,
  IconCheck,
  IconCircleOff,
  IconHourglass,
  IconListNumbers,
  IconMail,
  type TablerIcon,
} from '@tabler/icons-react'
import type { PersonalPage, Step } from '../../lib/api/types.js'
import type { KeyOf } from '../../lib/i18n/index.js'
import { hasBegun, isAfterwards } from './moments.js'

type Words = { eyebrow: KeyOf<'me'>; icon: TablerIcon; title: KeyOf<'me'>; text: KeyOf<'me'> }

const words = (
  step: Step | 'thanks' | 'noSeat' | 'reinstated' | 'invitedBeside' | 'notReviewed' | 'reviewing' | 'toProve' | 'withdrawnOpen',
  icon: TablerIcon,
): Words => ({
  eyebrow: `${step}.eyebrow`,
  icon,
  title: `${step}.title`,
  text: `${step}.text`,
})

const icons: Record<Step, TablerIcon> = {
  received: IconMail,
  confirmed: IconCheck,
  unconfirmed: IconCircleOff,
  unproven: IconCircleOff,
  entered: IconAlarm,
  seated: IconArmchair,
  notEntered: IconCircleOff,
  waitlisted: IconListNumbers,
  invited: IconHourglass,
  coming: IconCalendarEvent,
  declined: IconCheck,
  lapsed: IconCircleOff,
  revoked: IconCircleOff,
  excluded: IconCircleOff,
  givenBack: IconCheck,
  checkedIn: IconCheck,
  missed: IconCalendarEvent,
  withdrawn: IconCheck,
  setAside: IconCircleOff,
  cancelled: IconCircleOff,
}

/** Which sentences a step is told in. */
export function stepWords(me: PersonalPage): Words {
  if (me.step === 'checkedIn' && isAfterwards(me)) return words('thanks', IconCheck)
  if (me.step === 'waitlisted' && hasBegun(me)) return words('noSeat', IconListNumbers)
  if (me.step === 'waitlisted' && me.exclusion?.appeal?.state === 'granted') return words('reinstated', IconListNumbers)
  if (me.step === 'confirmed' && me.next.some(({ key }) => key === 'prove')) return words('toProve', IconAt)
  if (me.step === 'confirmed' && me.now >= me.event.closesAt) return words('reviewing', IconCheck)
  if (me.can.rejoin) return words('withdrawnOpen', IconCheck)
  if (me.step === 'invited' && me.beside) return words('invitedBeside', IconHourglass)
  if (me.step === 'notEntered' && me.beside === 'not-reviewed') return words('notReviewed', IconCircleOff)
  return words(me.step, icons[me.step])
}
