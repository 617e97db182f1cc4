import {
  IconAbc,
  IconAlignLeft,
  IconAt,
  IconCalendar,
  IconCircleDot,
  IconFlag,
  IconHash,
  IconHeading,
  IconLink,
  IconListCheck,
  IconPaperclip,
  IconSignature,
  IconStar,
  type TablerIcon,
} from '@tabler/icons-react'
import type { QuestionType } from '#forms'

export const typeIcons: Record<QuestionType, TablerIcon> = {
  heading: IconHeading,
  short: IconAbc,
  long: IconAlignLeft,
  choice: IconCircleDot,
  choices: IconListCheck,
  number: IconHash,
  date: IconCalendar,
  country: IconFlag,
  link: IconLink,
  handle: IconAt,
  file: IconPaperclip,
  consent: IconSignature,
  rating: IconStar,
}
