import type { DemoQuestion } from '../demo-event.js'

const town = 'Which town do you come from?'
const travel = 'How would you travel?'
/** Neighbours have seats of their own. */
export const isNeighbour = 'Do you live in Noordwijk?'

/** The long form of the demo: nearly every type of question, under three headings. */
export const cometQuestions: readonly DemoQuestion[] = [
  {
    type: 'short',
    label: town,
    required: true,
    maxLength: 80,
    answers: [
      'Leiden',
      'Noordwijk',
      'The Hague',
      'Utrecht',
      'Haarlem',
      'Delft',
      'Rotterdam',
      'Ghent',
      'Cologne',
      'Groningen',
      'Amsterdam',
      'Katwijk',
    ],
  },
  {
    type: 'country',
    label: 'In which country is that?',
    required: true,
    answers: (before) => [before.get(town) === 'Ghent' ? 'BE' : before.get(town) === 'Cologne' ? 'DE' : 'NL'],
  },
  {
    type: 'choice',
    label: isNeighbour,
    help: 'Twenty seats go to neighbours first.',
    required: true,
    options: ['Yes', 'No'],
    answers: (before) => (before.get(town) === 'Noordwijk' ? ['Yes'] : ['No']),
  },
  {
    type: 'heading',
    label: 'What you make',
    help: 'Whatever you write, draw or film: we are curious. It never decides on your seat.',
  },
  {
    type: 'long',
    label: 'What would you like to show the others?',
    help: 'Two sentences do.',
    maxLength: 400,
    answers: [
      'I draw what I see through the telescope, in pencil. I’d love to sketch the comet while the others take pictures.',
      'My grandfather ground his own mirror in 1961. It still works and I would bring it.',
      'I teach physics to fourteen-year-olds and will film the whole evening for them.',
      'How to hold a phone against an eyepiece without cursing.',
      'I knit constellations. Really.',
      '',
      'I run a small podcast about the night sky and have never met a single listener.',
      'Long exposures of the sea. The comet would be the first one with a visitor in it.',
    ],
  },
  {
    type: 'link',
    label: 'Where can we see something of yours?',
    help: 'One post, picture or film you are fond of.',
    answers: [
      'https://toot.example/@nightsketch/1101',
      'https://dunes.example/long-exposures',
      '',
      'https://podcast.example/the-dark-hour/12',
      'https://knitted-sky.example/orion',
      '',
    ],
  },
  {
    type: 'choices',
    label: 'What will you bring up the dune?',
    required: true,
    options: ['A camera', 'A phone', 'Binoculars', 'A telescope', 'A sketchbook', 'Only my eyes'],
    settings: { fewest: 1 },
    answers: [
      ['A phone'],
      ['A camera', 'A phone'],
      ['A phone', 'Binoculars'],
      ['A sketchbook'],
      ['Only my eyes'],
      ['A camera', 'A telescope'],
      ['A phone', 'A sketchbook'],
    ],
  },
  {
    type: 'date',
    label: 'On which day did you last see a comet?',
    help: 'As near as you remember. Leave it empty if this would be your first.',
    settings: { earliest: '1910-01-01' },
    answers: ['2020-07-14', '', '1997-04-01', '2024-10-15', '', '2020-07-22', '1986-03-09', ''],
  },
  { type: 'heading', label: 'Getting here, and home again', help: 'So that nobody is left on a dune at midnight.' },
  {
    type: 'choice',
    label: travel,
    required: true,
    options: ['By train and bus', 'By bike', 'By car', 'On foot'],
    answers: (before) =>
      before.get(town) === 'Noordwijk'
        ? ['By bike', 'On foot']
        : ['Leiden', 'Katwijk'].includes(String(before.get(town)))
          ? ['By bike', 'By train and bus', 'By bike', 'By car']
          : ['By train and bus', 'By car', 'By train and bus'],
  },
  {
    type: 'number',
    label: 'How many people could you take along on the way home?',
    help: 'To the station in Leiden or further. None is a fine answer too.',
    required: true,
    settings: { least: 0, most: 8, decimals: 0 },
    showIf: { label: travel, is: ['By car'] },
    answers: ['0', '1', '2', '3', '3', '4'],
  },
  {
    type: 'consent',
    label: 'I keep to the rules of the high dune',
    help: 'No white lamps after dusk, and we stay on the path: the dune is somebody’s home.',
    required: true,
    settings: { documentTitle: 'The rules of the high dune', documentUrl: 'https://duinlicht.example/high-dune' },
    answers: ['yes'],
  },
]
