export { ApplicationsPage } from './components/applications-page.js'
export { DuplicateSetPage } from './duplicates/duplicate-set-page.js'
export { DuplicatesPage } from './duplicates/duplicates-page.js'
export { ApplicationPage } from './components/application-page.js'
