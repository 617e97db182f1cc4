import { snakeCase } from '../database/index.js'
import type { Application } from './application.entity.js'

/** What a new application fills in, and of which type it is. */
const inserted = {
  id: 'uuid',
  organizationId: 'uuid',
  eventId: 'uuid',
  email: 'text',
  emailKey: 'text',
  name: 'text',
  handle: 'text',
  handleKey: 'text',
  locale: 'text',
  answers: 'jsonb',
  country: 'text',
  referrer: 'text',
  source: 'text',
  medium: 'text',
  campaign: 'text',
  deviceHint: 'bytea',
  tags: 'text[]',
  consentAt: 'timestamptz',
  consentText: 'text',
  personalTokenHash: 'bytea',
  confirmTokenHash: 'bytea',
  feedTokenHash: 'bytea',
  nonce: 'bytea',
  ticketId: 'text',
  holder: 'text',
  receivedAt: 'timestamptz',
  groupId: 'uuid',
  groupJoinedAt: 'timestamptz',
} as const satisfies Partial<Record<keyof Application, string>>

const fields = Object.entries(inserted).map(([name, type]) => ({ name: name as keyof typeof inserted, column: snakeCase(name), type }))

/** The columns that a new application fills in. */
export const columns = fields.map(({ column }) => column).join(', ')

/** Rows of these columns, and their `place`, out of the JSON of the first parameter. */
export const recordset = `rows from (json_to_recordset($1::json) as (${fields.map(({ column, type }) => `${column} ${type}`).join(', ')}))
  with ordinality as incoming (${columns}, place)`

/** That JSON; bytes as PostgreSQL writes them. */
export function toRows(applications: readonly Application[]): string {
  return JSON.stringify(
    applications.map((application) => {
      const row: Record<string, unknown> = {}
      for (const { name, column } of fields) {
        const value = application[name]
        row[column] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
      }
      return row
    }),
  )
}
