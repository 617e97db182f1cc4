import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Controller, Get, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PageRenderer, Public } from '../../apps/api/src/http/index.js'
import { HttpClient } from '../support/http-client.js'
import { type Probe, startProbe } from '../support/probe-app.js'

const evil = `</script><script>alert("1")</script><!-- ' " & $& $1 __LANG__ <!--head-->`
const colours = { accent: '#0A6450', accentHover: '#08503F', onAccent: '#FFFFFF', accentSoft: '#DFEDE6', stamp: '#0A6450' }

@Public()
@Controller()
class ProbePagesController {
  constructor(private readonly pages: PageRenderer) {}

  @Get('/museum/night')
  night(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.send(request, reply, {
      title: evil,
      description: evil,
      canonical: '/museum/night',
      image: { url: '/museum/night/card.png', width: 1200, height: 630, alt: evil },
      jsonLd: { '@context': 'https://schema.org', '@type': 'Event', name: evil },
      accentTokens: { light: colours, dark: { ...colours, accent: '#5FD0AE' } },
      htmlAttributes: { 'data-organization': evil },
      data: { kind: 'event', event: { title: evil } },
    })
  }

  @Get('/museum/broken')
  broken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.send(request, reply, {
      title: 'x',
      accentTokens: { light: { ...colours, accent: 'red;}body{display:none' }, dark: colours },
      data: { kind: 'event' },
    })
  }
}

let probe: Probe
let client: HttpClient

beforeAll(async () => {
  probe = await startProbe({ controllers: [ProbePagesController], env: { ROLE: 'api', PUBLIC_URL: 'https://events.example.org' } })
  client = new HttpClient(probe.url)
})
afterAll(() => probe?.close())

const night = (language = 'en') => client.get('/museum/night', { headers: { accept: 'text/html', 'accept-language': language } })

describe('a page', () => {
  it('carries its data and nothing that breaks out of it', async () => {
    const { text } = await night()
    const [, data = ''] = /<script type="application\/json" id="page-data">([^<]*)<\/script>/.exec(text) ?? []
    expect(JSON.parse(data)).toEqual({ kind: 'event', event: { title: evil } })
    const [, jsonLd = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) ?? []
    expect(JSON.parse(jsonLd)).toMatchObject({ name: evil })
    expect(text).not.toContain('<script>alert')
  })

  it('unfolds when its link is shared', async () => {
    const { text } = await night()
    expect(text).toContain('<link rel="canonical" href="https://events.example.org/museum/night">')
    expect(text).toContain('<meta property="og:image" content="https://events.example.org/museum/night/card.png">')
    expect(text).toContain('<meta property="og:title" content="&lt;/script&gt;')
    expect(text.match(/<title>/g)).toHaveLength(1)
  })

  it('is in the language of its reader and says so', async () => {
    expect((await night('nl')).text).toMatch(/<html lang="nl" data-organization="/)
    expect((await night('nl')).headers.get('vary')).toContain('accept-language')
  })

  it('has the colours of its organization at the first paint, let through by their hash alone', async () => {
    const { text, headers } = await night()
    expect(text).toContain('<style>:root{--accent:#0A6450;')
    expect(headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';/)
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  it('takes nothing but colours for colours', async () => {
    expect((await client.get('/museum/broken')).status).toBe(500)
  })
})
