export { DayPage } from './components/day-page.js'
