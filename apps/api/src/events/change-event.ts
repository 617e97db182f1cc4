import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { withQuestions } from '#policy'
import { AuditLog } from '../audit/index.js'
import { Clock, isUniqueViolation, Transactions } from '../database/index.js'
import { FileStore } from '../files/index.js'
import { Conflict, expectVersion, type FieldError, Invalid, type Membership, NotFound } from '../http/index.js'
import { Moments } from '../jobs/index.js'
import { HostRepository } from '../organizations/index.js'
import type { EventInput } from './dto/event.dto.js'
import { followedSurvey } from './default-survey.js'
import { agendaProblems, type EditedAgendaItem, editedAgendaItem, movedAgenda } from './edited-agenda.js'
import { impossibilities } from './edited-policy.js'
import { changedFields, editedFields, type EventFields, pickFields } from './edited-event.js'
import { type EditedQuestion, editedForm, questionProblems, sameQuestions } from './edited-questions.js'
import { Event, isPublished } from './event.entity.js'
import { EventFacts } from './event-facts.js'
import { EventParts, type Parts } from './event-parts.js'
import { EventRepository } from './event.repository.js'
import { scheduleProblems } from './event-times.js'
import { proofProblems } from './handle-proof.js'
import { lockedFields } from './locked-fields.js'
import { PolicyChanges } from './policy-changes.js'
import { QuestionEffects } from './question-effects.js'
import { PolicyGuards } from './policy-guards.js'
import { closesLater, publicationProblems } from './publication.js'
import { publicRules } from './public-rules.js'
import { writeAgenda, writeHosts, writeQuestions } from './written-parts.js'

/** Everything that the event will be. Lists that stay as they are, are missing. */
interface Edit {
  readonly fields: EventFields
  readonly hostIds?: readonly string[]
  readonly questions?: readonly EditedQuestion[]
  readonly surveyQuestions?: readonly EditedQuestion[]
  readonly agenda?: readonly EditedAgendaItem[]
}

@Injectable()
export class ChangeEvent {
  constructor(
    private readonly events: EventRepository,
    private readonly parts: EventParts,
    private readonly facts: EventFacts,
    private readonly changes: PolicyChanges,
    private readonly guards: PolicyGuards,
    private readonly effects: QuestionEffects,
    private readonly hosts: HostRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly moments: Moments,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Changes what the input names, if the caller knows the version that is there and nothing of it is locked or wrong. */
  async run(member: Membership, eventId: string, ifMatch: string | undefined, input: EventInput): Promise<void> {
    try {
      await this.transactions.run(async (manager) => {
        const event = await this.events.lockWithId(manager, eventId, member.organizationId)
        if (!event) throw new NotFound()
        expectVersion(ifMatch, event.version)
        if (event.cancelledAt) throw new Conflict('events:isCancelled')
        const before = await this.parts.of(event, manager)
        const edit = edited(event, before, input)
        const problems = await this.#problems(manager, event, before, edit)
        if (problems.length > 0) throw new Invalid(problems)
        if (edit.questions) await this.effects.expectAgreed(manager, event, before.questions, edit.questions, input.confirm ?? [])
        await this.#write(manager, member, event, before, edit)
      })
    } catch (error) {
      if (isUniqueViolation(error, 'events_slug'))
        throw new Invalid([{ path: 'slug', code: 'events:slugTaken', values: { slug: input.slug ?? '' } }])
      throw error
    }
  }

  async #problems(manager: EntityManager, event: Event, before: Parts, edit: Edit): Promise<FieldError[]> {
    const now = await this.clock.now(manager)
    const { drawnAt } = await this.facts.drawOf(event.id, manager)
    const changed = changedNames(event, before, edit)
    const locked = lockedFields({ ...event, drawnAt }, now).filter((field) => changed.includes(field))
    const hosts = edit.hostIds ?? before.hosts.map(({ id }) => id)
    return [
      ...locked.map((path) => ({
        path,
        code: `events:locked.${path === 'slug' ? 'announced' : path === 'surveyQuestions' ? 'over' : 'open'}`,
      })),
      ...scheduleProblems(edit.fields),
      ...proofProblems(edit.fields.handleProof),
      ...impossibilities(edit.fields, edit.questions ?? before.questions, changed),
      ...(changed.includes('policy') ? await this.guards.problems(manager, event.id, edit.fields.policy) : []),
      ...(isPublished(event)
        ? publicationProblems({ ...event, ...edit.fields }, hosts.length, now).filter(
            (problem) => problem.code !== closesLater || changed.includes(problem.path),
          )
        : []),
      ...questionProblems(edit.questions ?? [], 'application', 'questions'),
      ...questionProblems(edit.surveyQuestions ?? [], 'survey', 'surveyQuestions'),
      ...agendaProblems(edit.agenda ?? [], before.agenda),
      ...(await this.#partedGroups(manager, event, edit)),
      ...(await this.#strangers(manager, event, before, edit)),
    ]
  }

  /** A group that people have joined is not made too large under their hands. */
  async #partedGroups(manager: EntityManager, { id, policy }: Event, { fields }: Edit): Promise<FieldError[]> {
    const { largest } = fields.policy.companions
    if (largest >= policy.companions.largest) return []
    const count = await this.facts.largerGroups(manager, id, largest)
    return count === 0 ? [] : [{ path: 'policy.companions.largest', code: 'events:groupsLarger', values: { count, largest } }]
  }

  /** Hosts and pictures that are not the organization's; an archived host may stay and not be added. */
  async #strangers(
    manager: EntityManager,
    { organizationId, coverFileId }: Event,
    before: Parts,
    { hostIds = [], fields }: Edit,
  ): Promise<FieldError[]> {
    const problems: FieldError[] = []
    const known = await this.hosts.withIds(organizationId, hostIds, manager)
    for (const [index, id] of hostIds.entries()) {
      const host = known.find((candidate) => candidate.id === id)
      const stays = before.hosts.some((present) => present.id === id)
      if (!host || (host.archivedAt && !stays) || hostIds.indexOf(id) !== index)
        problems.push({ path: `hostIds.${index}`, code: 'events:unknownHost' })
    }
    const newCover = fields.coverFileId !== coverFileId ? fields.coverFileId : null
    if (newCover !== null && !(await this.files.exists(manager, organizationId, newCover, 'cover')))
      problems.push({ path: 'coverFileId', code: 'accounts:unknownFile' })
    return problems
  }

  /** Once people apply under the rules, a change of them is published; other words for a question change them too. */
  async #publishChange(manager: EntityManager, member: Membership, event: Event, { questions }: Parts, { fields }: Edit): Promise<void> {
    const at = await this.clock.now(manager)
    if (!isPublished(event) || at < event.opensAt) return
    const { trialBeacon } = await this.facts.drawOf(event.id, manager)
    const asked = await this.parts.questions(event.id, 'application', manager)
    const [before, after] = [publicRules(event, questions, trialBeacon), publicRules({ ...event, ...fields }, asked, trialBeacon)]
    if (!isDeepStrictEqual(before, after)) await this.changes.record(manager, member, event, { before, after, at })
  }

  async #write(manager: EntityManager, member: Membership, event: Event, before: Parts, edit: Edit): Promise<void> {
    const { organizationId, userId } = member
    const { fields } = edit
    const now = await this.clock.now(manager)
    await manager.update(Event, { id: event.id, organizationId }, { ...fields, version: event.version + 1, updatedAt: now })
    if (edit.hostIds) await writeHosts(manager, event, edit.hostIds)
    if (edit.questions) await writeQuestions(manager, event, 'application', edit.questions, now)
    if (edit.surveyQuestions) await writeQuestions(manager, event, 'survey', edit.surveyQuestions, now)
    if (edit.agenda) await writeAgenda(manager, event, edit.agenda)
    const names = changedFields(event, fields)
    if (names.includes('policy') || edit.questions) await this.#publishChange(manager, member, event, before, edit)
    await this.audit.record(manager, {
      organizationId,
      userId,
      eventId: event.id,
      action: 'event.changed',
      subject: event.id,
      before: { ...pickFields(event, names), ...questionsBefore(before, edit) },
      after: { ...pickFields(fields, names), ...listsOf(edit) },
    })
    if (isPublished(event)) await this.moments.wake(manager)
  }
}

function edited(event: Event, before: Parts, input: EventInput): Edit {
  const fields = editedFields(event, input)
  const form = input.questions && editedForm(input.questions, before.questions)
  const start =
    event.startsAt && fields.startsAt && event.startsAt.getTime() !== fields.startsAt.getTime()
      ? { from: event.startsAt, to: fields.startsAt }
      : undefined
  const followed = start && before.agenda.length > 0 ? movedAgenda(before.agenda, start.from, start.to) : undefined
  return {
    fields: form ? { ...fields, policy: withQuestions(fields.policy, form.newIds) } : fields,
    hostIds: input.hostIds,
    questions: form?.questions,
    surveyQuestions: input.surveyQuestions
      ? editedForm(input.surveyQuestions, before.surveyQuestions).questions
      : isPublished(event)
        ? undefined
        : followedSurvey(before.surveyQuestions, event.locale, fields.locale),
    agenda: input.agenda?.map(editedAgendaItem) ?? followed,
  }
}

/** Forms as they were, for the audit log. */
function questionsBefore({ questions, surveyQuestions }: Parts, edit: Edit): object {
  return { ...(edit.questions ? { questions } : {}), ...(edit.surveyQuestions ? { surveyQuestions } : {}) }
}

/** Which fields of the request differ from what is there. */
function changedNames(event: Event, before: Parts, edit: Edit): string[] {
  const lists = [
    edit.hostIds && edit.hostIds.join() !== before.hosts.map(({ id }) => id).join() ? 'hostIds' : '',
    edit.questions && !sameQuestions(before.questions, edit.questions) ? 'questions' : '',
    edit.surveyQuestions && !sameQuestions(before.surveyQuestions, edit.surveyQuestions) ? 'surveyQuestions' : '',
  ]
  return [...changedFields(event, edit.fields), ...lists.filter((name) => name !== '')]
}

function listsOf({ hostIds, questions, surveyQuestions, agenda }: Edit): object {
  return {
    ...(hostIds ? { hostIds } : {}),
    ...(questions ? { questions } : {}),
    ...(surveyQuestions ? { surveyQuestions } : {}),
    ...(agenda ? { agenda } : {}),
  }
}
