import { snakeCase } from '../database/index.js'
import type { Application } from './application.entity.js'

/** What a new application fills in that differs from one to the next, and of which type it is. */
const own = {
  id: 'uuid',
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
  knownFan: 'boolean',
  requestKey: 'bytea',
  requestHash: 'bytea',
  consentText: 'text',
  nonce: 'bytea',
  ticketId: 'text',
  holder: 'text',
  groupId: 'uuid',
  groupJoinedAt: 'timestamptz',
} as const satisfies Partial<Record<keyof Application, string>>

const fields = Object.entries(own).map(([name, type]) => ({ name: name as keyof typeof own, column: snakeCase(name), type }))
const columns = fields.map(({ column }) => column).join(', ')

/**
 * The insert of new applications of one event: rows out of the JSON of a parameter, and what they share from `shared`, an SQL list of organization, event
 * and time. In the order of the addresses, so that two transactions never wait for each other. Leaves out whose mailbox or whose request has one already.
 */
export function insertRows(json: string, shared: { readonly values: string; readonly from: string }): string {
  return `insert into applications (organization_id, event_id, received_at, consent_at, ${columns})
    select ${shared.values}, ${columns}
    from ${shared.from} rows from (json_to_recordset(${json}::json) as (${fields.map(({ column, type }) => `${column} ${type}`).join(', ')}))
      with ordinality as incoming (${columns}, place)
    order by email_key, place
    on conflict do nothing returning id`
}

/** That JSON; bytes as PostgreSQL writes them. */
export function toRows(applications: readonly Application[]): string {
  return JSON.stringify(applications.map(toRow))
}

function toRow(application: Application): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const { name, column } of fields) {
    const value = application[name]
    if (value !== null) row[column] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
  }
  return row
}
