export { agendaTitle } from './agenda-title.js'
export { HostNote } from './host-note.js'
export { TimeLeft, TimeLeftPhrase } from './time-left.js'
