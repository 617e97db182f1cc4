import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { type Drafts, draftsOf } from '../factories/drafts.js'
import { publishEvent } from '../factories/published-event.js'
import { signUp, type SignedUp } from '../factories/sign-up.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { listAt, textAt } from '../support/http-client.js'

const start = '2027-04-01T10:00:00Z'
let app: TestApp
let owner: SignedUp
let drafts: Drafts

beforeAll(async () => {
  app = await startTestApp({ smtp: true, clock: start })
  owner = await signUp(app.client(), { organizationName: 'Museum Duinlicht' })
  drafts = draftsOf(owner)
})

afterAll(() => app?.close())

describe('the public page', () => {
  it('unfolds when its link is shared, and brings its data along', async () => {
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#123' } })
      .png()
      .toBuffer()
    const form = new FormData()
    form.append('kind', 'cover')
    form.append('file', new Blob([new Uint8Array(picture)]), 'cover.png')
    const cover = textAt((await owner.client.post(`/api/organizations/${owner.slug}/files`, form)).body, 'id')
    const event = await publishEvent(owner, {
      title: '"Comet" & <Co>',
      now: new Date(start),
      changes: { coverFileId: cover, coverAlt: 'A comet over the dunes' },
    })
    const { status, text, headers } = await app
      .client()
      .get(`/${owner.slug}/${event.slug}`, { headers: { accept: 'text/html', 'accept-language': 'nl' } })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/html')
    expect(text).toContain('<html lang="nl"')
    expect(text).toContain('<title>&quot;Comet&quot; &amp; &lt;Co&gt;, 11 mei 2027 · Museum Duinlicht</title>')
    expect(text).toContain('<meta name="description" content="Eleven telescopes and a comet.">')
    expect(text).toContain(`<link rel="canonical" href="${app.config.publicUrl}/${owner.slug}/${event.slug}">`)
    expect(text).toMatch(
      new RegExp(`<meta property="og:image" content="${app.config.publicUrl}/${owner.slug}/${event.slug}/card.png\\?v=\\d+">`),
    )
    expect(text).toContain('<meta name="twitter:card" content="summary_large_image">')
    expect(jsonIn(text, 'id="page-data"')).toMatchObject({
      kind: 'event',
      event: { id: event.id, title: '"Comet" & <Co>', cover: { alt: 'A comet over the dunes' } },
    })
    expect(jsonIn(text, 'type="application/ld+json"')).toMatchObject({
      '@type': 'Event',
      name: '"Comet" & <Co>',
      startDate: '2027-05-11T12:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      isAccessibleForFree: true,
      location: { name: 'Museum Duinlicht', address: { addressLocality: 'Noordwijk' } },
      organizer: { name: 'Museum Duinlicht' },
      offers: { price: 0, availability: 'https://schema.org/PreOrder' },
    })
  })

  it('says first that an event is cancelled', async () => {
    const event = await publishEvent(owner, { title: 'Storm', now: new Date(start) })
    await owner.client.post(`${drafts.path}/${event.id}/cancellation`, { reason: 'Storm', confirmTitle: 'Storm' })
    const { text } = await app.client().get(`/${owner.slug}/${event.slug}`, { headers: { accept: 'text/html' } })
    expect(text).toContain('content="This event has been cancelled.')
    expect(jsonIn(text, 'type="application/ld+json"')).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
  })

  it('has a form beside it, and an overview above it', async () => {
    const event = await publishEvent(owner, { now: new Date(start) })
    const apply = await app.client().get(`/${owner.slug}/${event.slug}/apply`, { headers: { accept: 'text/html' } })
    expect(apply.text).toContain('<meta name="robots" content="noindex">')
    expect(jsonIn(apply.text, 'id="page-data"')).toMatchObject({ kind: 'apply', event: { id: event.id } })
    const overview = await app.client().get(`/${owner.slug}`, { headers: { accept: 'text/html' } })
    const data = jsonIn(overview.text, 'id="page-data"')
    expect(data).toMatchObject({ kind: 'organization', organization: { slug: owner.slug } })
    expect(listAt(data, 'events').map((item) => textAt(item, 'phase'))).not.toContain('draft')
  })

  it('has a picture of 1200 by 630 for networks', async () => {
    const event = await publishEvent(owner, { title: 'Nacht van de komeet', now: new Date(start) })
    const response = await fetch(`${app.url}/${owner.slug}/${event.slug}/card.png`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  })

  it.each([
    '/nobody-here',
    '/nobody-here/nothing',
    '/nobody-here/nothing/apply',
    '/nobody-here/nothing/card.png',
    '/%00/x',
    '/..%2f..%2fetc/passwd',
    '/a/b/c/d/e',
  ])('is not found at %s', async (address) => {
    const answer = await app.client().get(address)
    expect([400, 404]).toContain(answer.status)
  })
})

function jsonIn(html: string, mark: string): unknown {
  const after = html.slice(html.indexOf(mark))
  return JSON.parse(after.slice(after.indexOf('>') + 1, after.indexOf('</script>')))
}
