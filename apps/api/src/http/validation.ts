import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common'
import type { ValidationError } from 'class-validator'
import { BadRequest, type FieldError } from './errors.js'
import { hasTranslation } from './translate.js'
import type { RuleContext } from './dto/field-rule.js'

/** Nest leaves an absent body unchecked; here it is one in which every field is missing. */
class BodyValidationPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body') return super.transform(value, metadata)
    if (value === null) throw new BadRequest([], 'problems:notObject')
    return super.transform(value ?? {}, metadata)
  }
}

/** Lets through what the DTO describes and nothing else. */
export function validationPipe(): ValidationPipe {
  return new BodyValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors: ValidationError[]) => new BadRequest(errors.flatMap((error) => fieldErrors(error, ''))),
  })
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`
  const [name] = Object.keys(error.constraints ?? {})
  const missing = error.value === undefined || error.value === null
  const own =
    name === undefined ? [] : [{ path, ...message(missing ? 'required' : name, error.contexts?.[name] as RuleContext | undefined) }]
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))]
}

function message(constraint: string, context: RuleContext | undefined): Omit<FieldError, 'path'> {
  const code = `problems:field.${constraint}`
  return { code: hasTranslation('en', code) ? code : 'problems:field.invalid', values: context?.values ?? {} }
}
