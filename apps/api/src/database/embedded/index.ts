export { EmbeddedDatabaseError } from './embedded-database-error.js'
export { type EmbeddedDatabase, type EmbeddedDatabaseOptions, startEmbeddedDatabase } from './embedded-database.js'
