import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { EffortChallenge } from '#effort'
import { Clock } from '../../database/index.js'
import { Events } from '../../events/index.js'
import { type DomainError, NotFound, type Verdict } from '../../http/index.js'
import type { Submission } from '../intake/submission.js'
import type { RefusalReason } from '../refusals/refusal-reasons.js'
import { EffortChallenges, type EffortLevel, type SolvedEffort } from './effort-challenges.js'
import { SubmissionLimits } from '../submission-limits.js'
import { ProveEffort } from './prove-effort.js'
import { UsualRate } from './usual-rate.js'

/** Far above its own median of the last hours is a rate that looks odd. */
const farAbove = 10
const hidden: EffortLevel = 2

/** Either it may go on, perhaps by a solution that must not have been used before, or it must prove its effort first. */
export interface Judgement {
  readonly solved: SolvedEffort | null
  readonly refusal: DomainError | null
  readonly reason: RefusalReason | null
}

const goOn: Judgement = { solved: null, refusal: null, reason: null }

/** Asks for an effort where an attempt looks odd, the more the odder it is. It never says no: whoever lets her device work gets on. */
@Injectable()
export class EffortGate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly challenges: EffortChallenges,
    private readonly rate: UsualRate,
    private readonly limits: SubmissionLimits,
  ) {}

  /** Costs no question to the database unless something is odd. */
  async judge(event: string, submission: Submission, { odd }: Verdict): Promise<Judgement> {
    const level = await this.#levelOf(event, touchedHidden(submission), odd)
    if (level === 0) return goOn
    const { challenge } = submission.input
    const refuse = async (reason: RefusalReason) => ({ solved: null, refusal: await this.anew(event, submission, level), reason })
    if (!challenge) return refuse(touchedHidden(submission) ? 'honeypot' : 'effort')
    const solved = this.challenges.read(challenge, { event, ip: submission.ip }, await this.clock.now())
    // While it was solved others may have come from the same network: one level less than would be asked now is enough.
    if (solved === null || solved.level < level - 1) return refuse('effortFailed')
    return { ...goOn, solved }
  }

  /** The challenge that an application from there would meet now, so that a device can begin while somebody fills in the form; null for none. */
  async ahead(organization: string, slug: string, ip: string): Promise<EffortChallenge | null> {
    if ((await this.events.bySlugs(this.dataSource.manager, organization, slug)) === null) throw new NotFound()
    const event = `${organization}/${slug}`
    const level = await this.#levelOf(event, false, await this.limits.peek(event, ip))
    return level === 0 ? null : this.challenges.make({ event, ip }, level, await this.clock.now())
  }

  /** The refusal with a new challenge. */
  async anew(event: string, { ip }: Submission, level: EffortLevel): Promise<ProveEffort> {
    return new ProveEffort(this.challenges.make({ event, ip }, level, await this.clock.now()))
  }

  async #levelOf(event: string, isHidden: boolean, odd: Verdict['odd']): Promise<EffortLevel> {
    const levels: number[] = isHidden ? [hidden] : []
    for (const [name, times] of odd) {
      if (name === 'minute' && !(await this.rate.isFarAbove(event, farAbove))) continue
      // In a rush nobody in particular is odd: everybody does a little.
      levels.push(name === 'minute' ? 1 : 1 + Math.floor(Math.log2(Math.max(1, times))))
    }
    return Math.min(4, Math.max(0, ...levels) + (levels.length > 1 ? 1 : 0)) as EffortLevel
  }
}

/** Programs that fill in everything do; so do some browsers, for people who never see it. */
function touchedHidden({ input: { website } }: Submission): boolean {
  return (website ?? '') !== ''
}
