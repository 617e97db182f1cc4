import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { cleanAnswer } from '#forms'
import { TweetupConfig } from '../../config/index.js'
import { Clock, newId, Transactions } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { PrivateFiles, type UploadedForm } from '../../files/index.js'
import { Conflict, Invalid, networkKey, NotFound, RateLimiter } from '../../http/index.js'
import { EventGate } from '../event-gate.js'
import type { AnswerFileDto } from './answer-file.dto.js'
import { AnswerFileRepository } from './answer-file.repository.js'
import { misfit } from './answer-files.js'

const windowSeconds = 3600
const longestName = 100

/** Takes in a file before the application that it belongs to. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly config: TweetupConfig,
    private readonly limiter: RateLimiter,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly bytes: PrivateFiles,
    private readonly files: AnswerFileRepository,
  ) {}

  /** @param read the upload; called once it is clear that the event takes one now. */
  async run(organizationSlug: string, eventSlug: string, ip: string, read: () => Promise<UploadedForm>): Promise<AnswerFileDto> {
    await this.#take(ip, `${organizationSlug}/${eventSlug}`)
    const { manager } = this.dataSource
    const found = await this.events.bySlugs(manager, organizationSlug, eventSlug)
    if (!found) throw new NotFound()
    const { event } = found
    await this.gate.expectOpen(manager, event)
    const asking = (await this.events.questionsOf(manager, event.id, 'application')).filter(({ type }) => type === 'file')
    if (asking.length === 0) throw new Conflict('files:sent.notAsked')
    const { sent, file } = await this.bytes.receive(read)
    const misfits = asking.map((question) => misfit(question, file, 'file'))
    const [problem] = misfits
    if (problem && misfits.every((one) => one !== undefined)) throw new Invalid([problem])
    const kept = { id: newId(), kind: file.kind, name: nameOf(sent.name), size: file.bytes.length }
    await this.bytes.write(kept.id, file)
    await this.transactions.run(async (writer) =>
      this.files.insert(writer, event, { ...kept, contentType: file.contentType, sentSize: file.sentSize }, await this.clock.now(writer)),
    )
    return kept
  }

  /** As often as one may apply: there are as many files as applications, or few more. */
  async #take(ip: string, event: string): Promise<void> {
    const { applicationsPerNetwork, applicationsPerEvent } = this.config
    const code = 'files:tooMany'
    await this.limiter.take(null, `upload:network:${networkKey(ip)}`, { limit: applicationsPerNetwork, windowSeconds, code })
    await this.limiter.take(null, `upload:event:${event}`, { limit: applicationsPerEvent, windowSeconds, code })
  }
}

/** The last part of what may be a path, short enough to show. */
function nameOf(given: string): string | null {
  const last = cleanAnswer(given.slice(0, 1000), false).split(/[\\/]/).at(-1) ?? ''
  return [...last].slice(0, longestName).join('').trim() || null
}
