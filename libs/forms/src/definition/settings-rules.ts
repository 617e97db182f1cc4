import { isDay } from '../kinds/date-kind.js'
import { linkProblem } from '../kinds/link-kind.js'
import type { QuestionSettings, QuestionType } from '../question.js'
import type { Rule, WrittenQuestion } from './problem.js'

/** Which settings belong to a type; none to those that are not named. */
export const settingsOf: Readonly<Partial<Record<QuestionType, readonly (keyof QuestionSettings)[]>>> = {
  number: ['least', 'most', 'decimals'],
  date: ['earliest', 'latest', 'birthday'],
  choices: ['fewest', 'mostChoices'],
  handle: ['network'],
  file: ['kinds', 'maxMegabytes'],
  consent: ['documentTitle', 'documentUrl'],
}

/** What is wrong with the settings of one question. */
export function settingsRules({ type, settings, options }: WrittenQuestion): readonly Rule[] {
  const own = new Set<string>(settingsOf[type] ?? [])
  const foreign = Object.entries(settings).flatMap(([key, value]) => (value === undefined || own.has(key) ? [] : [key]))
  return [
    ...foreign.map((setting): Rule => [true, `settings.${setting}`, 'settingForeign', { setting }]),
    ...(type === 'number' ? numberRules(settings) : []),
    ...(type === 'date' ? dateRules(settings) : []),
    ...(type === 'choices' ? choicesRules(settings, options.length) : []),
    ...(type === 'consent' ? consentRules(settings) : []),
  ]
}

function numberRules({ least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: QuestionSettings): readonly Rule[] {
  return [[least > most, 'settings.least', 'leastAboveMost', { least, most }]]
}

function dateRules({ earliest, latest }: QuestionSettings): readonly Rule[] {
  const bothAreDays = earliest !== undefined && latest !== undefined && isDay(earliest) && isDay(latest)
  return [
    [earliest !== undefined && !isDay(earliest), 'settings.earliest', 'notADay'],
    [latest !== undefined && !isDay(latest), 'settings.latest', 'notADay'],
    ...(bothAreDays && earliest > latest
      ? [[true, 'settings.earliest', 'earliestAfterLatest', { earliest, latest }] as const satisfies Rule]
      : []),
  ]
}

function choicesRules({ fewest = 0, mostChoices }: QuestionSettings, count: number): readonly Rule[] {
  const most = mostChoices ?? count
  return [
    [fewest > count, 'settings.fewest', 'moreThanOptions', { count }],
    [mostChoices !== undefined && mostChoices > count, 'settings.mostChoices', 'moreThanOptions', { count }],
    [fewest > most && fewest <= count, 'settings.fewest', 'fewestAboveMost', { fewest, most }],
  ]
}

function consentRules({ documentTitle = '', documentUrl }: QuestionSettings): readonly Rule[] {
  return [
    [documentUrl !== undefined && documentTitle === '', 'settings.documentTitle', 'documentTitleMissing'],
    [documentUrl !== undefined && linkProblem(documentUrl) !== undefined, 'settings.documentUrl', 'documentUrlWrong'],
  ]
}
