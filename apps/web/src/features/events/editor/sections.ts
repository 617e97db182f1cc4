import {
  IconCalendarTime,
  IconDotsCircleHorizontal,
  IconHeartHandshake,
  IconListCheck,
  IconMapPin,
  IconMessageQuestion,
  IconPhoto,
  IconRosetteDiscountCheck,
  IconTextCaption,
  IconTicket,
  IconUserHeart,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Field } from './draft.js'

export const sectionNames = [
  'basics',
  'cover',
  'dates',
  'place',
  'hosts',
  'questions',
  'proof',
  'policy',
  'agenda',
  'survey',
  'more',
] as const
export type SectionName = (typeof sectionNames)[number]

type Section = { icon: TablerIcon /** What it shows, and saves together. */; fields: readonly Field[] }

/** The dates stand in one part, because each limits the next: apart, they could not be moved one by one. */
export const sections: Record<SectionName, Section> = {
  basics: { icon: IconTextCaption, fields: ['title', 'slug', 'tagline', 'hashtag', 'locale', 'story'] },
  cover: { icon: IconPhoto, fields: ['coverFileId', 'coverUrl', 'coverAlt'] },
  dates: {
    icon: IconCalendarTime,
    fields: ['timeZone', 'startsAt', 'endsAt', 'opensAt', 'closesAt', 'answerBy', 'capacity', 'promotionHours'],
  },
  place: { icon: IconMapPin, fields: ['venueName', 'venueAddress', 'venueCity', 'practical'] },
  hosts: { icon: IconUserHeart, fields: ['hostIds'] },
  questions: { icon: IconMessageQuestion, fields: ['questions'] },
  proof: { icon: IconRosetteDiscountCheck, fields: ['handleProof'] },
  policy: { icon: IconTicket, fields: ['policy'] },
  agenda: { icon: IconListCheck, fields: ['agenda'] },
  survey: { icon: IconHeartHandshake, fields: ['surveyQuestions'] },
  more: { icon: IconDotsCircleHorizontal, fields: [] },
}

export const isSection = (name: string | undefined): name is SectionName => sectionNames.some((known) => known === name)

/** The part in which a field of the server's is found; `agenda.0.title` belongs to the agenda. */
export function sectionOf(path: string): SectionName {
  const [field] = path.split('.')
  return sectionNames.find((name) => sections[name].fields.some((known) => known === field)) ?? 'more'
}
