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

/** Names in other scripts, and what stands in their addresses. */
const others = new Map([
  ['Ελένη Παπαδοπούλου', 'eleni.papadopoulou'],
  ['Дарья Иванова', 'darya.ivanova'],
  ['محمد الأمين', 'mohamed.alamin'],
  ['נועה כהן', 'noa.cohen'],
  ['王小明', 'wang.xiaoming'],
  ['佐藤 さくら', 'sakura.sato'],
  ['김민지', 'minji.kim'],
  ['สมชาย ใจดี', 'somchai.jaidee'],
  ['Nguyễn Thị Hương', 'huong.nguyen'],
  ['Siobhán Ní Dhomhnaill', 'siobhan'],
  ['Łukasz Wójcik', 'lukasz.wojcik'],
  ['Zoë 🌙 Peters', 'zoe.peters'],
  ['Ólafur Þórsson', 'olafur.thorsson'],
  ['Jean-Baptiste Çelik', 'jb.celik'],
])

const networks = ['toot.example', 'sterren.example', 'fediverse.example'] as const

/**
 * So many different people, always the same for the same event; every eleventh writes her name in another script. Of the first, so many
 * come back at the end with an address from work.
 */
export function crowd(event: string, count: number, twice = 0): Fan[] {
  const chance = new Chance(`crowd of ${event}`)
  const names = new Set<string>()
  while (names.size < count) {
    const other = names.size % 11 === 10 ? chance.pick([...others.keys()]) : undefined
    names.add(other === undefined || names.has(other) ? `${chance.pick(firstNames)} ${chance.pick(lastNames)}` : other)
  }
  const fans = [...names].map((name, number) => fan(name, number, chance))
  return [...fans, ...fans.slice(0, twice).map((one) => ({ ...one, email: one.email.replace('@mail.', '@work.') }))]
}

function fan(name: string, number: number, chance: Chance): Fan {
  const words = others.get(name) ?? plainWords(name)
  const email = `${words}.${number}@mail.example`
  return {
    name,
    email,
    person: email,
    handle: chance.happens(0.7) ? `@${words.replace(/\..*/, '')}${number}@${chance.pick(networks)}` : '',
  }
}

/** A name in small Latin letters with dots between its words. */
function plainWords(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^a-z ]/gi, '')
    .trim()
    .toLowerCase()
    .replace(/ +/g, '.')
}
