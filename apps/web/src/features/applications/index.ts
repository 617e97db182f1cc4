export { ApplicationsPage } from './components/applications-page.js'
export { ApplicationPage } from './components/application-page.js'
