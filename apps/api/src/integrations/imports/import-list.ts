import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Events } from '../../events/index.js'
import { hasTranslation, type Locale, type Membership, NotFound, translate } from '../../http/index.js'
import type { ImportDetailDto, ImportDto } from './dto.js'
import type { Import } from './import.js'
import { ImportRepository } from './import.repository.js'
import { namesOf } from '../names-of.js'

const mostShown = 20

/** The files that were brought to an event, and what became of them. */
@Injectable()
export class ImportList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly imports: ImportRepository,
  ) {}

  async of({ organizationId }: Membership, eventId: string, locale: Locale): Promise<ImportDto[]> {
    const event = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    return this.#present(await this.imports.latestOf(event.id, mostShown), locale)
  }

  async one(member: Membership, eventId: string, id: string, locale: Locale): Promise<ImportDetailDto> {
    const [shown] = await this.#present([await this.find(member, eventId, id)], locale)
    if (!shown) throw new NotFound()
    const errors = await this.imports.errorsOf(id)
    return {
      ...shown,
      errors: errors.map(({ line, column, value, code, values }) => ({
        line,
        column,
        value,
        message: wordedForRows(locale, code, values),
      })),
    }
  }

  /** Throws NotFound for an import of another event. */
  async find({ organizationId }: Membership, eventId: string, id: string): Promise<Import> {
    const found = await this.imports.find(id)
    if (found?.organizationId !== organizationId || found.eventId !== eventId) throw new NotFound()
    return found
  }

  async #present(found: readonly Import[], locale: Locale): Promise<ImportDto[]> {
    const names = await namesOf(this.dataSource, found)
    return found.map(({ organizationId: _organization, eventId: _event, userId, plan, failure, uploadedAt, endedAt, ...rest }) => ({
      ...rest,
      plan: plan && { ...plan, answers: { ...plan.answers } },
      failure: failure && worded(locale, failure),
      by: names.get(userId) ?? '',
      uploadedAt: uploadedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }))
  }
}

/** What the form says to somebody who fills it in is said differently of rows in a file. */
function wordedForRows(locale: Locale, code: string, values = {}): string {
  const ours = `imports:row.${code.slice(code.indexOf(':') + 1)}`
  return hasTranslation(locale, ours) ? translate(locale, ours, values) : worded(locale, code, values)
}

function worded(locale: Locale, code: string, values = {}): string {
  return translate(locale, hasTranslation(locale, code) ? code : 'problems:invalid', values)
}
