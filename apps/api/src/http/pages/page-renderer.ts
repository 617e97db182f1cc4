import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { TweetupConfig } from '../../config/config.js'
import type { MadeAnswer } from '../kept/kept-answer.js'
import { localeOf } from '../locale.js'
import { securityHeaders } from '../security-headers.js'
import { accentStyle } from './accent-style.js'
import { escapeHtml, escapeJson } from './escape.js'
import type { LocalizedPage, Page } from './page.js'
import { pageHead } from './page-head.js'
import { PageTemplate } from './page-template.js'

/** Fills the shell of the web app with a page's head and data, so that the first paint needs no second request. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly template: PageTemplate,
    private readonly config: TweetupConfig,
  ) {}

  async render(page: LocalizedPage): Promise<string> {
    const attributes = Object.entries(page.htmlAttributes ?? {}).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    const parts: Readonly<Record<string, string>> = {
      __LANG__: page.locale,
      ' __HTML_ATTRIBUTES__': attributes.join(''),
      '<!--head-->': pageHead(page, (path) => this.config.url(path)),
      // After the shell's own styles, which those of the page refine.
      '</head>': `${(await this.template.links(page.data.kind, page.locale)).join('\n    ')}\n  </head>`,
      '<!--page-data-->': `<script type="application/json" id="page-data">${escapeJson(page.data)}</script>`,
    }
    const shell = await this.template.load()
    return shell.replace(/__LANG__| __HTML_ATTRIBUTES__|<!--head-->|<\/head>|<!--page-data-->/g, (placeholder) => parts[placeholder] ?? '')
  }

  /** A page that is the same for every reader of its language, and so may be kept. `path` is where it stands. */
  async make(path: string, page: LocalizedPage, { now, turnsAt }: Pick<MadeAnswer, 'now' | 'turnsAt'>): Promise<MadeAnswer> {
    return {
      body: await this.render(page),
      type: 'text/html; charset=utf-8',
      now,
      turnsAt,
      headers: securityHeaders(path, this.config),
      vary: 'accept-encoding, accept-language, cookie',
    }
  }

  /** Renders in the reader's language and sends. Nobody keeps what is sent like this: it may be about the reader. */
  async send(request: FastifyRequest, reply: FastifyReply, page: Page): Promise<void> {
    const locale = localeOf(request)
    const html = await this.render({ locale, ...page })
    if (page.accentTokens) allowStyle(reply, accentStyle(page.accentTokens).source)
    reply
      .status(page.status ?? 200)
      .header('cache-control', 'no-store')
      .header('content-language', locale)
      .header('vary', 'accept-language, cookie')
      .type('text/html; charset=utf-8')
      .send(html)
  }
}

/** Adds one style element to what the page's policy lets through. */
function allowStyle(reply: FastifyReply, source: string): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  reply.header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' ${source}`))
}
