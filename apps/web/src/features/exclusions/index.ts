export { ExcludeButton } from './components/exclude-button.js'
export { ReasonFields, reasonErrors } from './components/reason-fields.js'
export { Exclusions } from './components/exclusions.js'
