export { PickPart } from './components/pick-part.js'
export { PicksLink } from './components/picks-link.js'
export { PicksPage } from './components/picks-page.js'
