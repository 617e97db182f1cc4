import { ApiProperty } from '@nestjs/swagger'
import { QuestionView } from '../../events/index.js'

export class SurveyAnswerDto {
  @ApiProperty({ type: String, required: false, description: 'Of a choice or rating.' }) option?: string
  @ApiProperty({ type: 'integer', required: false, description: 'How many chose it.' }) count?: number
  @ApiProperty({ type: String, required: false, description: 'Of a question in words.' }) text?: string
}

export class QuestionResultDto {
  @ApiProperty({ type: QuestionView }) question: QuestionView
  @ApiProperty({ type: SurveyAnswerDto, isArray: true }) answers: SurveyAnswerDto[]
}

export class SurveyResultsDto {
  @ApiProperty({ type: QuestionResultDto, isArray: true }) questions: QuestionResultDto[]
  @ApiProperty({ type: 'integer' }) responses: number
  @ApiProperty({ type: 'integer', description: 'How many people were asked.' }) sent: number
}
