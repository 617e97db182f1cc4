export { ApplicationTicket } from './application-ticket.js'
export { CopyLink } from './copy-link.js'
