export { RefusalsLink } from './components/refusals-link.js'
export { RefusalsPage } from './components/refusals-page.js'
