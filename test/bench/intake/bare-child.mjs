import Fastify from 'fastify'
import pg from 'pg'

// What the intake is measured against: a handler that validates a JSON schema and does one insert per request, with as many connections as a
// Tweetup has. Says where it answers.
const { DATABASE_URL: connectionString, DATABASE_POOL: max } = process.env
const pool = new pg.Pool({ connectionString, max: Number(max) })
const text = (maxLength, minLength = 1) => ({ type: 'string', minLength, maxLength })
const body = {
  type: 'object',
  required: ['name', 'email', 'answers', 'consent', 'locale', 'nonce'],
  additionalProperties: false,
  properties: {
    name: text(200),
    email: { type: 'string', format: 'email', maxLength: 254 },
    answers: { type: 'object', additionalProperties: text(4000) },
    consent: { const: true },
    locale: { enum: ['nl', 'en'] },
    nonce: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    source: { type: 'object', additionalProperties: text(2000) },
    device: text(200),
  },
}
const insert = {
  name: 'insert',
  text: `insert into bare_applications (email, name, locale, answers, nonce) values ($1, $2, $3, $4, $5) returning id, received_at`,
}

const server = Fastify()
server.post('/applications', { schema: { body } }, async (request, reply) => {
  const { email, name, locale, answers, nonce } = request.body
  const { rows } = await pool.query({ ...insert, values: [email, name, locale, JSON.stringify(answers), nonce] })
  reply.status(201)
  return { id: rows[0].id, name, email, receivedAt: rows[0].received_at }
})
await pool.query(`create table bare_applications (
  id bigint generated always as identity primary key, email text not null unique, name text not null, locale text not null,
  answers jsonb not null, nonce text not null, received_at timestamptz not null default now())`)
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`)
