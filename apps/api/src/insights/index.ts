export { FormVisits } from './form-visits/form-visits.js'
