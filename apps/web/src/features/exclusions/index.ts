export { ExcludeButton } from './components/exclude-button.js'
export { Exclusions } from './components/exclusions.js'
