import {
  IconAlarm,
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
import { isAfterwards } from './moments.js'

type Words = { eyebrow: KeyOf<'me'>; icon: TablerIcon; title: KeyOf<'me'>; text: KeyOf<'me'> }

const words = (step: Step | 'thanks', icon: TablerIcon): Words => ({
  eyebrow: `${step}.eyebrow`,
  icon,
  title: `${step}.title`,
  text: `${step}.text`,
})

const icons: Record<Step, TablerIcon> = {
  received: IconMail,
  confirmed: IconCheck,
  unconfirmed: IconCircleOff,
  entered: IconAlarm,
  waitlisted: IconListNumbers,
  invited: IconHourglass,
  coming: IconCalendarEvent,
  declined: IconCheck,
  lapsed: IconCircleOff,
  revoked: IconCircleOff,
  givenBack: IconCheck,
  checkedIn: IconCheck,
  missed: IconCalendarEvent,
  withdrawn: IconCheck,
  setAside: IconCircleOff,
  cancelled: IconCircleOff,
}

/** Which sentences a step is told in. */
export function stepWords(me: PersonalPage): Words {
  return me.step === 'checkedIn' && isAfterwards(me) ? words('thanks', IconCheck) : words(me.step, icons[me.step])
}
