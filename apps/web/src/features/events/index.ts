export { eventBase, eventKey, useDuplicateEvent, useEvents } from './api.js'
export { CurrentEventProvider, useCurrentEvent } from './current-event.js'
export { PhaseMark } from './components/phase-mark.js'
export { EventsPage } from './components/events-page.js'
