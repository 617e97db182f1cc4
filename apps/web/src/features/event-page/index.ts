export { AllRules } from './all-rules.js'
export { EventPage } from './event-page.js'
export { RuleChanges } from './rule-changes.js'
