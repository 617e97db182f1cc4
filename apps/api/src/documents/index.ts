export { type AgendaDocument, type AgendaEntry, renderAgenda } from './render-agenda.js'
export { type BadgeDocument, renderBadge } from './render-badge.js'
export { renderShareCard, type ShareCard } from './render-share-card.js'
export { htmlParagraphs } from './html-text.js'
