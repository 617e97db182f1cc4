import { Id, IdList, Instant, ListOf, Nested, OneOf, Optional, Slug, Text, TextList, TimeZone, WholeNumber } from '../../http/dto/index.js'
import { type Locale, locales } from '../../http/index.js'
import { mostQuestions } from '#forms'
import type { SelectionPolicy } from '#policy'
import { AgendaItemDto } from './agenda-item.dto.js'
import { HandleProofDto } from './handle-proof.dto.js'
import { Hashtag } from './hashtag.js'
import { PolicyDocument } from './policy-document.js'
import { type Form, forms } from '../question.entity.js'
import { QuestionDto } from './question.dto.js'
import { Sometimes } from './sometimes.js'

export class CreateEventDto {
  @Text({ max: 120 })
  title: string

  /** The zone of the default times; the organizer's own, say. */
  @Sometimes()
  @TimeZone()
  timeZone?: string
}

/** What can be changed of an event. What is left out stays. */
export class EventInput {
  @Sometimes()
  @Text({ max: 120 })
  title?: string

  @Sometimes()
  @Slug({ max: 80 })
  slug?: string

  @Sometimes()
  @Text({ max: 240, min: 0 })
  tagline?: string

  /** HTML of a rich text editor; cut down to paragraphs, headings, lists, emphasis and links. */
  @Sometimes()
  @Text({ max: 20_000, min: 0, multiline: true })
  story?: string

  @Sometimes()
  @Hashtag()
  hashtag?: string

  @Optional()
  @Id()
  coverFileId?: string | null

  @Sometimes()
  @Text({ max: 300, min: 0 })
  coverAlt?: string

  @Sometimes()
  @Text({ max: 120, min: 0 })
  venueName?: string

  @Sometimes()
  @Text({ max: 200, min: 0 })
  venueAddress?: string

  @Sometimes()
  @Text({ max: 100, min: 0 })
  venueCity?: string

  /** HTML like the story's: getting there, what to bring. */
  @Sometimes()
  @Text({ max: 20_000, min: 0, multiline: true })
  practical?: string

  @Sometimes()
  @TimeZone()
  timeZone?: string

  @Optional()
  @Instant()
  startsAt?: Date | null

  @Optional()
  @Instant()
  endsAt?: Date | null

  @Sometimes()
  @WholeNumber({ min: 1, max: 100_000 })
  capacity?: number

  @Optional()
  @Instant()
  opensAt?: Date | null

  @Optional()
  @Instant()
  closesAt?: Date | null

  @Optional()
  @Instant()
  answerBy?: Date | null

  @Sometimes()
  @WholeNumber({ min: 1, max: 720 })
  promotionHours?: number

  @Sometimes()
  @PolicyDocument()
  policy?: SelectionPolicy

  @Sometimes()
  @Nested(() => HandleProofDto)
  handleProof?: HandleProofDto

  @Sometimes()
  @OneOf(locales)
  locale?: Locale

  @Sometimes()
  @IdList({ items: 10 })
  hostIds?: string[]

  @Sometimes()
  @ListOf(() => QuestionDto, { items: mostQuestions })
  questions?: QuestionDto[]

  @Sometimes()
  @ListOf(() => QuestionDto, { items: mostQuestions })
  surveyQuestions?: QuestionDto[]

  /** The keys of the effects on answers that somebody has read and agreed to; without them a change that touches answers is refused. */
  @Sometimes()
  @TextList({ items: 500, max: 400 })
  confirm?: string[]

  @Sometimes()
  @ListOf(() => AgendaItemDto, { items: 100 })
  agenda?: AgendaItemDto[]
}

export class CancelEventDto {
  /** Why, for those who applied. */
  @Text({ max: 1000, multiline: true })
  reason: string

  /** The event's title, typed out, so that nobody cancels by accident. */
  @Text({ max: 120 })
  confirmTitle: string
}

/** A form as it might become. */
export class QuestionsDto {
  @ListOf(() => QuestionDto, { items: mostQuestions })
  questions: QuestionDto[]
}

export class FormQuery {
  @Optional()
  @OneOf(forms)
  form?: Form
}
