import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Mail, MailTransport } from '../../apps/api/src/mail/index.js'
import { at, HttpClient, listAt, textAt } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

const mail: Mail = {
  from: { name: 'Mirjam', address: 'mirjam@duinlicht.example' },
  to: { address: 'Sam@Example.org' },
  subject: 'Kom je ook?',
  html: '<html><head><title>x</title></head><body><a href="http://localhost/me/token">Ja</a><img src="cid:ticket"><script>document.title = "hacked"</script></body></html>',
  text: 'Ja: http://localhost/me/token.',
  messageId: '<one@duinlicht.example>',
  attachments: [
    { filename: 'ticket.png', contentType: 'image/png', content: Buffer.from('89504e470d0a1a0a', 'hex'), cid: 'ticket' },
    { filename: 'évil".html', contentType: 'text/html', content: '<script>alert(1)</script>' },
  ],
}

let probe: Probe
let client: HttpClient
const api = '/api/trial/mailbox'

beforeAll(async () => {
  probe = await startProbe()
  client = new HttpClient(probe.url)
})
afterAll(() => probe?.close())
beforeEach(() => client.delete(api))

const send = (changes: Partial<Mail> = {}) => probe.app.get(MailTransport).send({ ...mail, ...changes })
const page = (path: string, language = 'en') => client.get(path, { headers: { accept: 'text/html', 'accept-language': language } })
const firstId = async () => textAt((await client.get(api)).body, '0.id')

describe('the development mailbox', () => {
  it('lists what was sent, the newest first, by address and from a mail on', async () => {
    await send()
    await send({ to: { address: 'anna@example.org' }, subject: 'Second' })
    const all = listAt((await client.get(api)).body)
    expect(all.map((entry) => at(entry, 'subject'))).toEqual(['Second', 'Kom je ook?'])
    expect(at(all[1], 'to')).toEqual(['sam@example.org'])
    expect(listAt((await client.get(`${api}?to=SAM@example.org`)).body)).toHaveLength(1)
    expect(listAt((await client.get(`${api}?after=${textAt(all[1], 'id')}`)).body)).toHaveLength(1)
    expect(listAt((await client.get(`${api}?after=${textAt(all[0], 'id')}`)).body)).toHaveLength(0)
  })

  it('gives a mail with its parts', async () => {
    await send()
    const { body } = await client.get(`${api}/${await firstId()}`)
    expect(body).toMatchObject({
      subject: 'Kom je ook?',
      from: 'mirjam@duinlicht.example',
      text: expect.stringContaining('http://localhost/me/token') as unknown,
    })
    expect(listAt(body, 'attachments')).toMatchObject([
      { filename: 'ticket.png', contentType: 'image/png', size: 8 },
      { filename: 'évil".html', contentType: 'text/html', size: 25 },
    ])
  })

  it('gives a mail as it came', async () => {
    await send()
    const answer = await client.get(`${api}/${await firstId()}/raw`)
    expect(answer.headers.get('content-type')).toContain('message/rfc822')
    expect(answer.text).toContain('Message-ID: <one@duinlicht.example>')
  })

  it('has dangerous attachments downloaded, not opened', async () => {
    await send()
    const path = `${api}/${await firstId()}/attachments`
    expect((await client.get(`${path}/0`)).headers.get('content-disposition')).toMatch(/^inline;/)
    expect((await client.get(`${path}/1`)).headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''%C3%A9vil%22.html`)
    expect((await client.get(`${path}/2`)).status).toBe(404)
    expect((await client.get(`${path}/x`)).status).toBe(400)
  })

  it('shows a page of mails in Dutch and English', async () => {
    expect((await page('/mailbox')).text).toContain('No mail yet.')
    await send({ subject: '<b>Bold</b> & "quoted"' })
    const english = await page('/mailbox')
    expect(english.text).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;quoted&quot;')
    expect(english.text).toContain('Look again')
    expect((await page('/mailbox', 'nl')).text).toContain('Kijk opnieuw')
  })

  it('shows a mail in a frame without scripts, with its own pictures, and links that lead out of it', async () => {
    await send()
    const id = await firstId()
    expect((await page(`/mailbox/${id}`)).text).toMatch(/<iframe[^>]* sandbox="allow-popups[^"]*"/)
    const frame = await page(`/mailbox/${id}/frame`)
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-scripts).*default-src 'none'.*frame-ancestors 'self'/)
    expect(frame.text).toContain('<base target="_top">')
    expect(frame.text).toContain(`src="${api}/${id}/attachments/0"`)
  })

  it('shows its text with links, and its source', async () => {
    await send()
    const id = await firstId()
    expect((await page(`/mailbox/${id}/text`)).text).toContain('<a href="http://localhost/me/token">http://localhost/me/token</a>.')
    expect((await page(`/mailbox/${id}/source`)).text).toContain('Message-ID: &lt;one@duinlicht.example&gt;')
  })

  it('brings its style and its faces', async () => {
    expect((await client.get('/mailbox/style.css')).text).toContain('--ticket')
    expect((await client.get('/mailbox/fonts/text.woff2')).headers.get('content-type')).toBe('font/woff2')
    expect((await client.get('/mailbox/fonts/constructor')).status).toBe(404)
    expect((await client.get('/mailbox/fonts/..%2F..%2Fpackage.json')).status).toBe(404)
  })

  it('knows no mail that it does not have', async () => {
    expect((await client.get(`${api}/0190a1b2-0000-7000-8000-000000000000`)).status).toBe(404)
    expect((await page('/mailbox/nothing')).status).toBe(404)
  })

  it('does not exist where mails leave through a real server', async () => {
    const real = await startProbe({ env: { SMTP_URL: 'smtp://127.0.0.1:1', ROLE: 'api' } })
    try {
      const visitor = new HttpClient(real.url)
      expect([(await visitor.get('/mailbox')).status, (await visitor.get(api)).status]).toEqual([404, 404])
    } finally {
      await real.close()
    }
  })
})
