import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { MailDeferred, type Mail, MailRejected, MailTransport } from '../../apps/api/src/mail/index.js'
import { type Probe, startProbe } from '../support/probe-app.js'
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.js'

const mail: Mail = {
  from: { name: 'Mirjam de Wit', address: 'mirjam@duinlicht.example' },
  to: { name: 'Sam', address: 'sam@example.org' },
  replyTo: { address: 'answers@duinlicht.example' },
  subject: 'You are invited',
  html: '<p>Come and see the comet.</p>',
  text: 'Come and see the comet.',
  messageId: '<one@duinlicht.example>',
}

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

async function transportTo(url: string): Promise<MailTransport> {
  const probe: Probe = await startProbe({ env: { SMTP_URL: url, ROLE: 'api' } })
  cleanUp.push(() => probe.close())
  return probe.app.get(MailTransport)
}

async function sink(options: Parameters<typeof startSmtpSink>[0] = {}): Promise<SmtpSink> {
  const started = await startSmtpSink(options)
  cleanUp.push(() => started.close())
  return started
}

const answer = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
const outcome = (work: Promise<void>) =>
  work.then(
    () => 'sent',
    (error: unknown) => error,
  )

describe('a mail', () => {
  it('arrives as it was written', async () => {
    const server = await sink()
    const transport = await transportTo(server.url)
    await transport.send({
      ...mail,
      icalEvent: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' },
      headers: { 'X-Tweetup': 'invitation' },
    })
    const { parsed, raw } = await server.mailTo('sam@example.org')
    expect(parsed).toMatchObject({
      subject: 'You are invited',
      messageId: mail.messageId,
      from: mail.from,
      replyTo: [{ address: 'answers@duinlicht.example' }],
    })
    expect(parsed.text?.trim()).toBe(mail.text)
    expect(parsed.html?.trim()).toBe(mail.html)
    expect(parsed.headers.find(({ key }) => key === 'x-tweetup')?.value).toBe('invitation')
    expect(raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=request/i)
  })

  it('takes no header from a name, a subject or a header of ours', async () => {
    const server = await sink()
    const transport = await transportTo(server.url)
    const evil = 'Sam\r\nBcc: everybody@example.org\r\n\r\n<script>'
    await transport.send({ ...mail, to: { name: evil, address: 'sam@example.org' }, subject: evil, headers: { 'X-Name': evil } })
    const { parsed, envelopeTo, raw } = await server.mailTo('sam@example.org')
    expect(envelopeTo).toEqual(['sam@example.org'])
    expect(parsed.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(parsed.subject).toBe('Sam Bcc: everybody@example.org <script>')
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/=0D|=0A/i)
  })

  it('reads no file and no address that somebody put into it', async () => {
    const server = await sink()
    const transport = await transportTo(server.url)
    await transport.send({ ...mail, text: '/etc/passwd', html: '<img src="file:///etc/passwd"><img src="/etc/passwd">' })
    expect((await server.mailTo('sam@example.org')).raw).not.toContain('root:')
  })

  it('goes to an international domain', async () => {
    const server = await sink()
    const transport = await transportTo(server.url)
    await transport.send({ ...mail, to: { address: 'zoe+fan@müller.example' } })
    expect((await server.mailTo('zoe+fan@müller.example')).raw).toContain('zoe+fan@xn--mller-kva.example')
  })

  it.each(['', 'sam', 'sam@example.org, eve@example.org', '<sam@example.org>', 'sam@example.org\r\nRCPT TO:<eve@example.org>'])(
    'to no single address is not sent: %j',
    async (address) => {
      const server = await sink()
      const transport = await transportTo(server.url)
      expect(await outcome(transport.send({ ...mail, to: { address } }))).toBeInstanceOf(MailRejected)
      expect(server.mails).toEqual([])
    },
  )
})

describe('a mail server', () => {
  it('that does not know the address means: give up', async () => {
    const server = await sink({ onRcptTo: (_, __, done) => done(answer(550, 'no such person')) })
    expect(await outcome((await transportTo(server.url)).send(mail))).toBeInstanceOf(MailRejected)
  })

  it('that is busy means: later', async () => {
    const server = await sink({ onRcptTo: (_, __, done) => done(answer(450, 'greylisted')) })
    expect(await outcome((await transportTo(server.url)).send(mail))).toMatchObject({ name: 'MailDeferred', needsAttention: false })
  })

  it('that refuses the mail itself means: later, and somebody should look', async () => {
    const server = await sink({
      onData: (stream, _, done) => {
        stream.resume()
        stream.on('end', () => done(answer(554, 'looks like spam')))
      },
    })
    expect(await outcome((await transportTo(server.url)).send(mail))).toMatchObject({ name: 'MailDeferred', needsAttention: true })
  })

  it('that is not there means: later', async () => {
    const server = await startSmtpSink()
    await server.close()
    expect(await outcome((await transportTo(server.url)).send(mail))).toBeInstanceOf(MailDeferred)
  })

  it('that hangs is left when the caller has no more time', async () => {
    const sockets: Socket[] = []
    const silent: Server = createServer((socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    cleanUp.push(async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => silent.close(resolve))
    })
    const address = silent.address()
    const transport = await transportTo(`smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
    expect(await outcome(transport.send(mail, AbortSignal.timeout(200)))).toBeInstanceOf(MailDeferred)
  })
})
