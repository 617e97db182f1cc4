export { may, rolesThatMay } from './may.js'
export { isRole, type Role, roles } from './roles.js'
export { type Verb, verbs } from './verbs.js'
