import { Id, Instant, Optional, Text } from '../../http/dto/index.js'

export class AgendaItemDto {
  /** Of an item that is kept; none for a new one. */
  @Optional()
  @Id()
  id?: string | null

  @Instant()
  startsAt: Date

  @Optional()
  @Instant()
  endsAt?: Date | null

  @Text({ max: 120 })
  title: string

  @Optional()
  @Text({ max: 120, min: 0 })
  place?: string | null

  @Optional()
  @Text({ max: 120, min: 0 })
  speaker?: string | null

  @Optional()
  @Text({ max: 500, min: 0 })
  note?: string | null
}
