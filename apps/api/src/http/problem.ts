import { ApiProperty } from '@nestjs/swagger'
import type { DomainError, FieldError } from './errors.js'
import type { Locale } from './locale.js'
import { translate } from './translate.js'

export class ProblemFieldError {
  @ApiProperty({ type: String, example: 'questions.0.label' }) path: string
  @ApiProperty({ type: String, example: 'Use at most 120 characters.' }) message: string
  @ApiProperty({ type: String, example: 'problems:field.tooLong' }) code: string
  @ApiProperty({ type: String, required: false, description: 'What would be right, where that can be told.' }) suggestion?: string
}

/** A problem document (RFC 9457). */
export class Problem {
  @ApiProperty({ type: String, example: 'urn:tweetup:problem:problems:notFound' }) type: string
  @ApiProperty({ type: String, example: 'Not found' }) title: string
  @ApiProperty({ type: Number, example: 404 }) status: number
  @ApiProperty({ type: String, required: false }) detail?: string
  @ApiProperty({ type: String, required: false }) instance?: string
  @ApiProperty({ type: ProblemFieldError, isArray: true, required: false }) errors?: ProblemFieldError[]
}

/** The problem document of an error, in the reader's language. */
export function problemOf(error: DomainError, locale: Locale, requestId: string): Problem {
  return {
    type: `urn:tweetup:problem:${error.code}`,
    title: translate(locale, `problems:title.${error.status}`),
    status: error.status,
    detail: translate(locale, error.code, error.values),
    instance: `urn:uuid:${requestId}`,
    ...error.extensions,
    ...(error.errors.length > 0 ? { errors: error.errors.map((field) => fieldProblem(field, locale)) } : {}),
  }
}

function fieldProblem({ path, code, values, suggestion }: FieldError, locale: Locale): ProblemFieldError {
  return { path, code, message: translate(locale, code, values), ...(suggestion === undefined ? {} : { suggestion }) }
}
