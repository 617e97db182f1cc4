export { DayPage } from './components/day-page.js'
export { DoorPage } from './door/door-page.js'
