import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { highestRating } from '#forms'
import { Events, presentQuestion, type Question } from '../events/index.js'
import type { SurveyAnswerDto, SurveyResultsDto } from './dto/survey-results.dto.js'
import { FollowupRepository } from './followup.repository.js'

/** What the guests of an event answered, question by question. Names are left out: people write more freely so. */
@Injectable()
export class SurveyResults {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly followups: FollowupRepository,
  ) {}

  async of(organizationId: string, eventId: string): Promise<SurveyResultsDto> {
    const { id } = await this.events.byId(this.dataSource.manager, organizationId, eventId)
    const questions = await this.events.questionsOf(undefined, id, 'survey')
    const given = await this.followups.answersOf(id)
    const followup = await this.followups.find(id)
    return {
      questions: questions
        .filter(({ type }) => type !== 'heading')
        .map((question) => ({
          question: presentQuestion(question),
          answers: summary(
            question,
            given.flatMap(({ answers }) => answers[question.id] ?? []),
          ),
        })),
      responses: given.length,
      sent: followup === null ? 0 : followup.came + followup.missed,
    }
  }
}

/** What can be chosen is counted, everything else is listed. */
function summary({ type, options }: Question, answers: readonly string[]): SurveyAnswerDto[] {
  const offered = offeredBy(type, options, answers)
  if (offered === undefined) return answers.map((text) => ({ text }))
  return offered.map((option) => ({ option, count: answers.filter((answer) => answer === option).length }))
}

function offeredBy(type: Question['type'], options: readonly string[], answers: readonly string[]): readonly string[] | undefined {
  if (type === 'rating') return Array.from({ length: highestRating }, (_, at) => String(at + 1))
  if (type === 'choice' || type === 'choices') return options
  // Of all the countries only those that somebody named.
  if (type === 'country') return [...new Set(answers)].sort()
  return type === 'consent' ? ['yes'] : undefined
}
