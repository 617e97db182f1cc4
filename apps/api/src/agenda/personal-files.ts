import { Injectable } from '@nestjs/common'
import { RateLimiter } from '../http/index.js'
import { ComingPeople } from './coming.js'
import { PersonalCalendars } from './personal-calendars.js'
import { PrintedAgenda } from './printed-agenda.js'
import type { PersonalFile } from './send-file.js'

/** Typesetting costs more than other answers, so one person gets this many papers in ten minutes. */
export const paperLimit = { limit: 40, windowSeconds: 600 }

/** What somebody who is coming can take along. */
@Injectable()
export class PersonalFiles {
  constructor(
    private readonly coming: ComingPeople,
    private readonly calendars: PersonalCalendars,
    private readonly printed: PrintedAgenda,
    private readonly limits: RateLimiter,
  ) {}

  async calendar(token: string): Promise<PersonalFile> {
    const coming = await this.coming.byPersonalToken(token)
    const body = await this.calendars.file(coming)
    return { body, type: 'text/calendar; charset=utf-8', name: `${coming.event.slug}.ics`, disposition: 'attachment' }
  }

  async agenda(token: string): Promise<PersonalFile> {
    const coming = await this.coming.byPersonalToken(token)
    await this.limits.take(null, `papers:${coming.application.id}`, paperLimit)
    return { body: await this.printed.of(coming), type: 'application/pdf', name: `${coming.event.slug}.pdf`, disposition: 'inline' }
  }
}
