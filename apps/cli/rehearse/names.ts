import type { SeededRandom } from './random.js'

type Names = readonly [string, ...string[]]

const dutchGiven: Names = ['Sanne', 'Joost', 'Fleur', 'Björn', 'Zoë', 'Daniël', 'Anouk', 'Hein', 'Maaike', 'Noël', 'Wietske', 'Çağla']
const dutchFamily: Names = [
  'Vermeer',
  'de Vries',
  'van der Meer',
  "van 't Hoff",
  'ten Brink',
  'van den Heuvel',
  "in 't Veld",
  'Ruíz de la Cruz',
  'Nguyễn',
  'Ó Súilleabháin',
  'Đorđević',
  'Łukasiewicz',
]

/** Whole names in scripts that break software: other alphabets, right to left, no spaces, marks that combine, emoji, very short and very long. */
const wholeNames: Names = [
  'Αλεξάνδρα Παπαδοπούλου',
  'Γιώργος Νικολαΐδης',
  'Екатерина Соловьёва',
  'Дмитро Коваленко',
  'ليلى الحسيني',
  'محمد بن عبد الله',
  'נועה לוי',
  'יעקב בן־דוד',
  '王小明',
  '欧阳娜娜',
  '佐藤 美咲',
  'たなか ゆうき',
  '김민준',
  '이서연',
  'สมชาย ใจดี',
  'นภัสวรรณ ศรีสุข',
  'Luna 🌙 Bakker',
  '🚀 Ruimtevaarder',
  'Sanne ليلى Vermeer',
  'Z',
  '李',
  `Wilhelmina ${'van der '.repeat(20)}Hoogstraten-Zuid-Beijerland`.slice(0, 200).trimEnd().padEnd(200, 'n'),
  'Zoe\u0301 Combining',
  "O'Brien <b>Bold</b>",
  '=SUM(A1:A9) Formula',
]

/** Mostly Dutch names, a good share from everywhere else. */
export function randomName(random: SeededRandom): string {
  return random.chance(0.7) ? `${random.pick(dutchGiven)} ${random.pick(dutchFamily)}` : random.pick(wholeNames)
}

/** Addresses in the forms that people really have; `index` keeps them apart. */
export function addressOf(random: SeededRandom, index: number): string {
  const forms: Names = [
    `fan${index}@rehearsal.example`,
    `fan${index}@mail.rehearsal.example`,
    `fan.${index}+comet@rehearsal.example`,
    `Fan-${index}@Rehearsal.Example`,
    `o'fan${index}@rehearsal.example`,
    `fan${index}@bücher.example`,
    `fan${index}@москва.example`,
  ]
  return random.pick(forms)
}

export function handleOf(random: SeededRandom, index: number): string | undefined {
  const forms: Names = [`@fan${index}@toot.example`, `fan${index}.bsky.social`, '']
  return random.pick(forms) || undefined
}
