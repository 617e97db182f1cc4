export { ImportPage } from './components/import-page.js'
export { ImportsPage } from './components/imports-page.js'
export { ImportLink } from './components/import-link.js'
