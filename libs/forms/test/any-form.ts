import fc from 'fast-check'
import { countries } from '../src/countries.js'
import { type Answer, type Answers, handleNetworks, type Question, type QuestionType, questionTypes } from '../src/question.js'
import { fixedAnswers } from '../src/shown.js'
import { aQuestion } from './a-question.js'

const options = ['Train', 'Bike', 'On foot', 'Ik vlieg ’s nachts', '王小明']

/** Whole bounds in the right order, either of which may be missing. */
const bounds = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 }))
  .map(([least, span, present]) => ({ ...(present & 1 ? { least } : {}), ...(present & 2 ? { most: least + span } : {}) }))

const settingsOfType: Readonly<Partial<Record<QuestionType, fc.Arbitrary<Question['settings']>>>> = {
  number: fc.tuple(bounds, fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined })).map(([range, decimals]) => ({
    ...range,
    ...(decimals === undefined ? {} : { decimals }),
  })),
  date: fc.constantFrom(
    {},
    { earliest: '2000-02-29' },
    { latest: '2030-12-31' },
    { earliest: '1990-01-01', latest: '2009-01-01', birthday: true },
  ),
  choices: fc.constantFrom({}, { fewest: 2 }, { mostChoices: 1 }, { fewest: 1, mostChoices: 3 }),
  handle: fc.constantFrom({}, ...handleNetworks.map((network) => ({ network }))),
  consent: fc.constantFrom({}, { documentTitle: 'House rules', documentUrl: 'https://house.example/rules' }),
}

function anyQuestion(types: readonly QuestionType[]): fc.Arbitrary<Question> {
  return fc.constantFrom(...types).chain((type) =>
    fc
      .record({
        id: fc.uuid(),
        required: fc.boolean(),
        maxLength: fc.integer({ min: 1, max: 30 }),
        settings: settingsOfType[type] ?? fc.constant({}),
      })
      .map((parts) =>
        aQuestion({
          ...parts,
          type,
          label: `About ${type}`,
          required: type !== 'heading' && parts.required,
          options: type === 'choice' || type === 'choices' ? options : [],
          maxLength: type === 'short' || type === 'long' ? parts.maxLength : 200,
        }),
      ),
  )
}

/**
 * Forms without problems, with conditions that look at any question above.
 *
 * @param types of which their questions may be.
 * @param most of them.
 */
export function anyForm(
  types: readonly QuestionType[] = questionTypes.filter((type) => type !== 'rating'),
  most = 12,
): fc.Arbitrary<Question[]> {
  return fc
    .tuple(
      fc.uniqueArray(anyQuestion(types), { selector: ({ id }) => id, maxLength: most }),
      fc.array(fc.option(fc.tuple(fc.nat(), fc.nat()), { freq: 2 }), { minLength: most, maxLength: most }),
    )
    .map(([questions, conditions]) =>
      questions.map((question, place) => ({ ...question, showIf: condition(questions, place, conditions[place]) })),
    )
}

function condition(questions: readonly Question[], place: number, draw: readonly [number, number] | null | undefined): Question['showIf'] {
  const deciding = questions.slice(0, place).filter((question) => fixedAnswers(question) !== undefined)
  const looksAt = draw ? deciding[draw[0] % deciding.length] : undefined
  if (!draw || looksAt === undefined) return null
  const known = fixedAnswers(looksAt) ?? []
  const first = draw[1] % known.length
  return { questionId: looksAt.id, is: [...new Set([known[first] ?? '', known[(first * 7) % known.length] ?? ''])] }
}

const hostile = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\u202Egpj.exe',
  '\uD83D',
  'a\u0301\u0301',
  '\u1F80',
  'ŉ',
  'İ',
  'ß',
  '__proto__',
  '{{max}}',
  '1,5',
  '−3',
  '007',
  '1.000',
  '1e3',
  'NaN',
  '9'.repeat(15),
  '2028-02-29',
  '2027-02-29',
  '0000-00-00',
  'nl',
  'NL',
  'XX',
  'yes',
  'YES',
  'javascript:alert(1)',
  'example.com/me',
  'https://me:secret@example.com',
  'https://example.com:99999',
  'HTTP://EXAMPLE.com/ä?q=%zz#é',
  '@sanne',
  '@sanne@mastodon.social',
  'sanne.bsky.social',
  'https://instagram.com/sanne',
  '@sanne@x.com',
)

const anyText = fc.oneof(
  hostile,
  fc.constantFrom(...options),
  fc.constantFrom(...countries),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.integer({ min: -60, max: 120 }).map(String),
  fc.double({ min: -60, max: 60, noNaN: true }).map(String),
  fc.uuid(),
  fc.webUrl(),
  fc.domain(),
  fc.emailAddress(),
  fc.date({ min: new Date('1980-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
)

/** What may come in as one answer, of the right shape for its question or not. */
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 3, arbitrary: anyText },
  fc.array(fc.oneof(fc.constantFrom(...options), anyText), { maxLength: 8 }),
)

/** Answers to such forms, some of them to questions that the form does not have. */
export function anyAnswers(questions: readonly Question[]): fc.Arbitrary<Answers> {
  const strangers = fc.dictionary(fc.oneof(fc.uuid(), fc.constantFrom('__proto__', 'constructor', '')), anyAnswer, { maxKeys: 1 })
  const own = fc.tuple(...questions.map((question) => fc.option(fitting(question), { nil: undefined, freq: 8 })))
  return fc
    .tuple(own, fc.option(strangers, { nil: {}, freq: 6 }))
    .map(([given, others]) =>
      Object.fromEntries([
        ...Object.entries(others),
        ...questions.flatMap(({ id }, index) => (given[index] === undefined ? [] : [[id, given[index]] as const])),
      ]),
    )
}

/** Right often enough for conditions to be met and forms to be accepted. */
function fitting(question: Question): fc.Arbitrary<Answer> {
  const known = fixedAnswers(question)
  if (known === undefined) return anyAnswer
  const right = question.type === 'choices' ? fc.subarray([...known], { minLength: 1 }) : fc.constantFrom(...known)
  return fc.oneof({ weight: 2, arbitrary: right as fc.Arbitrary<Answer> }, anyAnswer)
}
