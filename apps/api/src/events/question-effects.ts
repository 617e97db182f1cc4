import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { type QuestionChange, questionChanges } from '#forms'
import { Conflict, type FieldError, Invalid } from '../http/index.js'
import type { QuestionDto } from './dto/question.dto.js'
import { type EditedQuestion, editedForm, questionProblems } from './edited-questions.js'
import type { Event } from './event.entity.js'
import { type AnswerCount, EventFacts } from './event-facts.js'
import { EventParts } from './event-parts.js'
import { Events } from './events.js'
import type { QuestionEffectsView } from './dto/question-effects.dto.js'
import type { Question } from './question.entity.js'

/** What a change of a form does to answers that are there, and to how many. */
export interface QuestionEffect extends QuestionChange {
  /** What somebody agrees to: the same for the same change, whatever has come in meanwhile. */
  readonly key: string
  readonly count: number
}

/** A change of the form touches answers, and nobody has agreed to what becomes of them. */
class AnswersAffected extends Conflict {
  override readonly errors: readonly FieldError[]
  constructor(effects: readonly QuestionEffect[]) {
    super('events:answersAffected')
    this.errors = effects.map(({ key, code, label, values, count }) => ({
      path: `confirm.${key}`,
      code: `events:effect.${code}`,
      values: { ...values, label, count },
    }))
  }
}

/** What becomes of people's answers when the form changes. No answer is lost; it may fit no longer, or be asked for no more. */
@Injectable()
export class QuestionEffects {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly parts: EventParts,
    private readonly facts: EventFacts,
  ) {}

  /** How many have answered each question, and what these questions would do to their answers. Throws Invalid for questions that no form can have. */
  async preview(organizationId: string, eventId: string, input: readonly QuestionDto[]): Promise<QuestionEffectsView> {
    const { manager } = this.dataSource
    const event = await this.events.byId(manager, organizationId, eventId)
    const before = await this.parts.questions(event.id, 'application', manager)
    const { questions } = editedForm(input, before)
    const problems = questionProblems(questions, 'application', 'questions')
    if (problems.length > 0) throw new Invalid(problems)
    return { answers: await this.#given(manager, event, before), effects: await this.#effects(manager, event, before, questions) }
  }

  /** Throws Conflict with the effects when there are some that nobody has agreed to. */
  async expectAgreed(
    manager: EntityManager,
    event: Event,
    before: readonly Question[],
    after: readonly EditedQuestion[],
    agreed: readonly string[],
  ): Promise<void> {
    const effects = await this.#effects(manager, event, before, after)
    if (effects.some(({ key }) => !agreed.includes(key))) throw new AnswersAffected(effects)
  }

  async #given(manager: EntityManager, { id }: Event, questions: readonly Question[]): Promise<QuestionEffectsView['answers']> {
    const counts = await this.facts.countAnswers(
      manager,
      id,
      questions.map((question) => ({ questionId: question.id, ask: 'given' })),
    )
    return questions.map((question, index) => ({ questionId: question.id, count: counts[index] ?? 0 }))
  }

  async #effects(
    manager: EntityManager,
    { id }: Event,
    before: readonly Question[],
    after: readonly EditedQuestion[],
  ): Promise<QuestionEffect[]> {
    const changes = questionChanges(before, after)
    const counts = await this.facts.countAnswers(manager, id, changes.map(touched))
    return changes.map((change, index) => ({ ...change, key: keyOf(change), count: counts[index] ?? 0 })).filter(({ count }) => count > 0)
  }
}

/** Whose answers a change touches. Of narrower limits it is everybody who answered: which of them still fit is told when they are read again. */
function touched({ code, questionId, values }: QuestionChange): AnswerCount {
  const id = questionId ?? ''
  switch (code) {
    case 'requiredAdded':
      return { questionId: id, ask: 'all' }
    case 'madeRequired':
      return { questionId: id, ask: 'missing' }
    case 'optionRemoved':
      return { questionId: id, ask: { option: String(values['option']) } }
    case 'shortened':
      return { questionId: id, ask: { longer: Number(values['max']) } }
    case 'removed':
    case 'retyped':
    case 'narrowed':
    case 'conditioned':
      return { questionId: id, ask: 'given' }
  }
}

function keyOf({ code, questionId, label, values }: QuestionChange): string {
  return [code, questionId ?? label, ...Object.values(values)].join(':')
}
