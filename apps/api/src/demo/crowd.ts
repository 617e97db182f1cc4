import { Chance } from './chance.js'

/** Somebody who follows the museum. */
export interface Fan {
  readonly name: string
  readonly email: string
  readonly handle: string
  /** What decides by chance about her: the same for all addresses of one person. */
  readonly person: string
}

const firstNames =
  `Sanne Amara Daan Fatima Luuk Noa Jeroen Imke Yusuf Sofie Bram Meike Thijs Aylin Ruben Lotte Koen Marit Wout Zeynep Hugo Femke Ilias Roos
Stijn Elif Maarten Nina Jesse Saskia Timo Anouk Rik Jasmijn Olaf Hanneke Milan Esra Gijs Petra`.split(/\s+/)

const lastNames = [
  ...`Vermeer Osei Bakker Yılmaz Janssen Visser Mulder Smit Bos Meijer Postma Hoekstra Okafor Dijkstra Kuipers Brouwer Willems Özdemir Peeters Claes Dubois Schmidt
Nowak Lindqvist Haddad Molenaar Veenstra Timmermans`.split(/\s+/),
  'van den Berg',
  'de Graaf',
  'van der Heijden',
  "in 't Veld",
  'ter Horst',
  'van ’t Hoff',
]

const others = [
  'Ελένη Παπαδοπούλου',
  'Дарья Иванова',
  'محمد الأمين',
  'נועה כהן',
  '王小明',
  '佐藤 さくら',
  '김민지',
  'สมชาย ใจดี',
  'Nguyễn Thị Hương',
  'Siobhán Ní Dhomhnaill',
  'Łukasz Wójcik',
  'Zoë 🌙 Peters',
  'Ólafur Þórsson',
  'Jean-Baptiste Çelik',
]

const networks = ['toot.example', 'sterren.example', 'fediverse.example'] as const

/**
 * So many different people, always the same for the same event; every eleventh writes her name in another script. Of the first, so many
 * come back at the end with an address from work.
 */
export function crowd(event: string, count: number, twice = 0): Fan[] {
  const chance = new Chance(`crowd of ${event}`)
  const names = new Set<string>()
  while (names.size < count) {
    const other = names.size % 11 === 10 ? chance.pick(others) : undefined
    names.add(other === undefined || names.has(other) ? `${chance.pick(firstNames)} ${chance.pick(lastNames)}` : other)
  }
  const fans = [...names].map((name, number) => fan(name, number, chance))
  return [...fans, ...fans.slice(0, twice).map((one) => ({ ...one, email: one.email.replace('@mail.', '@work.') }))]
}

function fan(name: string, number: number, chance: Chance): Fan {
  const plain = name
    .normalize('NFKD')
    .replace(/[^a-z ]/gi, '')
    .trim()
    .toLowerCase()
    .replace(/ +/g, '.')
  const account = plain === '' ? `fan${number}` : plain.replace(/\..*/, '')
  const email = `${plain === '' ? `fan${number}` : plain}.${number}@mail.example`
  return {
    name,
    email,
    person: email,
    handle: chance.happens(0.7) ? `@${account}${number}@${chance.pick(networks)}` : '',
  }
}
