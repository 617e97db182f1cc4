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
      questions: questions.map((question) => ({
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

function summary({ type, options }: Question, answers: readonly string[]): SurveyAnswerDto[] {
  if (type === 'short' || type === 'long') return answers.map((text) => ({ text }))
  const offered = type === 'rating' ? Array.from({ length: highestRating }, (_, at) => String(at + 1)) : options
  return offered.map((option) => ({ option, count: answers.filter((answer) => answer === option).length }))
}
