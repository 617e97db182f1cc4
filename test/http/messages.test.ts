import { afterEach, describe, expect, it } from '@jest/globals'
import { DataSource, type EntityManager } from 'typeorm'
import { Transactions } from '../../apps/api/src/database/index.js'
import { Deliveries, Delivery, type QueuedMail } from '../../apps/api/src/messages/index.js'
import { SendDelivery } from '../../apps/api/src/messages/send-delivery.js'
import { unique } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js'
import { waitFor } from '../support/wait-for.js'

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

async function start(
  smtp: Parameters<typeof startSmtpSink>[0] = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<{ app: TestApp; sink: SmtpSink }> {
  const sink = await startSmtpSink(smtp)
  cleanUp.push(() => sink.close())
  const app = await startTestApp({ settings: { SMTP_URL: sink.url, ...settings } })
  cleanUp.push(() => app.close())
  return { app, sink }
}

function reset(changes: Partial<QueuedMail<'password-reset'>> = {}): QueuedMail<'password-reset'> {
  const key = unique('password-reset:')
  return {
    organizationId: null,
    recipient: `${unique('somebody')}@example.org`,
    locale: 'en',
    sender: { organization: null, host: null },
    template: 'password-reset',
    params: { name: 'Mirjam', resetId: '019686a0-7c00-7000-8000-000000000001' },
    key,
    ...changes,
  }
}

const queue = (app: TestApp, mail: QueuedMail<'password-reset'>) =>
  app.get(Transactions).run((manager) => app.get(Deliveries).queue(manager, mail))
const fate = async (app: TestApp, key: string) => app.get(DataSource).manager.findOneByOrFail(Delivery, { key })
const answer = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

describe('a queued mail', () => {
  it('is sent once per key, whoever queues it again', async () => {
    const { app, sink } = await start()
    const mail = reset()
    const queued = await Promise.all([1, 2, 3, 4, 5].map(() => queue(app, mail)))
    expect(queued.filter(Boolean)).toHaveLength(1)
    await app.settled()
    expect(await queue(app, mail)).toBe(false)
    await app.settled()
    expect(sink.mailsTo(mail.recipient)).toHaveLength(1)
    expect(await fate(app, mail.key)).toMatchObject({ state: 'sent', attempts: 1, error: null })
  })

  it('does not leave when its transaction fails', async () => {
    const { app, sink } = await start()
    const mail = reset()
    const work = async (manager: EntityManager) => {
      await app.get(Deliveries).queue(manager, mail)
      throw new Error('something else went wrong')
    }
    await expect(app.get(Transactions).run(work)).rejects.toThrow('something else went wrong')
    await app.settled()
    expect(sink.mails).toHaveLength(0)
    expect(await app.database.query('select id from deliveries')).toEqual([])
  })

  it('is sent once when its job runs again and again, at the same time too', async () => {
    const { app, sink } = await start({})
    const mail = reset()
    await queue(app, mail)
    const { id } = await fate(app, mail.key)
    const run = { lastAttempt: false, signal: new AbortController().signal }
    const sender = app.get(SendDelivery)
    await Promise.all([1, 2, 3, 4].map(() => sender.send(id, run)))
    await sender.send(id, run)
    expect(sink.mailsTo(mail.recipient)).toHaveLength(1)
  })

  it('carries a link that stands nowhere in the database', async () => {
    const { app, sink } = await start()
    const mail = reset()
    await queue(app, mail)
    const { parsed } = await sink.mailTo(mail.recipient)
    const token = /\/reset\/([\w-]{43})/.exec(parsed.text ?? '')?.[1] ?? ''
    expect(token).not.toBe('')
    const rows = await app.database.query<{ row: string }>(
      'select to_jsonb(d)::text as row from deliveries d union all select data::text from pgboss.job',
    )
    for (const { row } of rows) expect(row).not.toContain(token)
  })
})

describe('a mail server', () => {
  it('that does not know the address is not asked again', async () => {
    const { app, sink } = await start({ onRcptTo: (_address, _session, done) => done(answer(550, 'No such person')) })
    const mail = reset()
    await queue(app, mail)
    await app.settled()
    expect(await fate(app, mail.key)).toMatchObject({
      state: 'bounced',
      attempts: 1,
      sentAt: null,
      error: expect.stringContaining('No such person'),
    })
    expect(sink.mails).toHaveLength(0)
  })

  it('that is busy is asked again later, with the same Message-ID', async () => {
    let refusals = 1
    const seen: string[] = []
    const { app, sink } = await start({
      onRcptTo(_address, _session, done) {
        refusals -= 1
        done(refusals < 0 ? undefined : answer(451, 'Come back later'))
      },
    })
    const mail = reset()
    await queue(app, mail)
    await waitFor(async () => (await fate(app, mail.key)).state === 'deferred', { what: 'the first attempt to be recorded' })
    const { messageId } = await fate(app, mail.key)
    const { parsed } = await sink.mailTo(mail.recipient)
    seen.push(parsed.messageId ?? '')
    await app.settled()
    expect(seen).toEqual([messageId])
    expect(await fate(app, mail.key)).toMatchObject({ state: 'sent', attempts: 2, error: null })
  }, 40_000)

  it('that refuses to the end makes the mail a failed one', async () => {
    const { app } = await start({ onRcptTo: (_address, _session, done) => done(answer(451, 'Come back later')) })
    const mail = reset()
    await queue(app, mail)
    const { id } = await fate(app, mail.key)
    const { signal } = new AbortController()
    await expect(app.get(SendDelivery).send(id, { lastAttempt: false, signal })).rejects.toThrow('Come back later')
    await expect(app.get(SendDelivery).send(id, { lastAttempt: true, signal })).rejects.toThrow('Come back later')
    expect(await fate(app, mail.key)).toMatchObject({ state: 'failed', error: expect.stringContaining('Come back later') })
  })
})

describe('five hundred mails', () => {
  it('arrive, each once', async () => {
    const { app, sink } = await start()
    const mails = Array.from({ length: 500 }, (_, number) => reset({ recipient: `reader${number}@example.org`, key: `news:${number}` }))
    const queueAll = () => app.get(Transactions).run((manager) => app.get(Deliveries).queueMany(manager, mails))
    expect(await queueAll()).toBe(500)
    expect(await queueAll()).toBe(0)
    const began = performance.now()
    await waitFor(() => sink.mails.length >= 500, { within: 60_000, every: 100, what: 'five hundred mails' })
    if (process.env.TEST_SPEED) process.stderr.write(`${Math.round(500 / ((performance.now() - began) / 1000))} mails/s\n`)
    await app.settled()
    expect(new Set(sink.mails.map(({ envelopeTo: [to] }) => to)).size).toBe(500)
    expect(new Set(sink.mails.map(({ parsed }) => parsed.messageId)).size).toBe(500)
    expect(sink.mails).toHaveLength(500)
    expect(await app.database.query(`select from deliveries where state <> 'sent'`)).toHaveLength(0)
  }, 90_000)
})
