export { EventPage } from './event-page.js'
