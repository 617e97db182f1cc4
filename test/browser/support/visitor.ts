import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { HttpClient } from '../../support/http-client.js'

// A browser on a busy machine takes its time; what never comes is given up much earlier, by the page.
jest.setTimeout(60_000)

/** How somebody looks at a page. */
export interface Look {
  readonly locale: 'nl' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: 390 | 1280
}

export const phone = (locale: Look['locale'], theme: Look['theme'] = 'light'): Look => ({ locale, theme, width: 390 })
export const desk = (locale: Look['locale'], theme: Look['theme'] = 'light'): Look => ({ locale, theme, width: 1280 })

interface VisitorChoices {
  /** Signed in as whoever this client is signed in as. */
  readonly signedInAs?: HttpClient
  readonly permissions?: readonly string[]
}

/** A person with a browser of her own, in which everything that goes wrong is remembered. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong so far: errors in the console (a broken content policy is one), exceptions, dialogs, refused requests. */
  readonly troubles: readonly string[]
  /** Keeps a picture of the page when SCREENSHOTS names a folder. */
  picture(name: string): Promise<void>
  leave(): Promise<void>
}

export async function visit(browser: Browser, baseURL: string, look: Look, choices: VisitorChoices = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    locale: look.locale === 'nl' ? 'nl-NL' : 'en-GB',
    colorScheme: look.theme,
    viewport: look.width === 390 ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    hasTouch: look.width === 390,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Amsterdam',
    permissions: [...(choices.permissions ?? [])],
  })
  context.setDefaultTimeout(15_000)
  const session = choices.signedInAs?.cookie('tweetup')
  if (session) await context.addCookies([{ name: 'tweetup', value: session, url: baseURL }])
  const page = await context.newPage()
  return {
    page,
    context,
    troubles: watch(page),
    picture: (name) => takePicture(page, `${name}-${look.width}-${look.theme}-${look.locale}`),
    leave: () => context.close(),
  }
}

function watch(page: Page): string[] {
  const troubles: string[] = []
  page.on('console', (message) => {
    // A refused request is told below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`))
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => troubles.push('dialog: it stayed open'))
  })
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} of ${response.request().method()} ${response.url()}`)
  })
  return troubles
}

async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
