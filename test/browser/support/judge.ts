import { expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { examine } from './examine.js'
import { stands } from './stands.js'
import { desk, type Look, phone, visit, type Visitor } from './visitor.js'
import type { Year } from './year.js'

/** A page to be looked at. */
export interface Sight {
  readonly name: string
  /** Where it stands; known once the year has begun. */
  readonly path: (year: Year) => string
  /** Says, with status 404, that nothing is there. */
  readonly nowhere?: boolean
}

/** What a page says when there is nothing at its address. */
const nothing =
  /^(Nothing stands here|Hier staat niets|There is nothing at this address|Op dit adres is niets te vinden|This link leads nowhere|Deze link leidt nergens heen)$/

/** Over the whole list every page is seen in both languages, both themes and both sizes. */
const pairs: readonly (readonly [Look, Look])[] = [
  [phone('nl', 'light'), desk('en', 'dark')],
  [phone('nl', 'dark'), desk('en', 'light')],
  [desk('nl', 'light'), phone('en', 'dark')],
  [desk('nl', 'dark'), phone('en', 'light')],
]
export const twice = (sights: readonly Sight[]) =>
  sights.flatMap((sight, index) => (pairs[index % pairs.length] ?? []).map((look) => ({ ...sight, look, ...look })))

/** Looks at pages as one kind of person, in one window for each look: people do not start a new browser for each page either. */
export class Judge {
  readonly #windows = new Map<Look, Promise<Visitor>>()

  constructor(
    private readonly browser: Browser,
    private readonly year: Year,
    private readonly signedIn: boolean,
  ) {}

  /** Fails unless the page stands in its language, is what it should be, and anybody can use it without a trouble. */
  async judge({ name, path, nowhere = false }: Sight, look: Look): Promise<void> {
    const { page, troubles, picture } = await this.#windowFor(look)
    const before = troubles.length
    await page.goto(path(this.year))
    await stands(page)
    await picture(name)
    const title = await page.title()
    const lang = await page.locator('html').getAttribute('lang')
    const leadsNowhere = (await page.getByRole('heading', { level: 1, name: nothing }).count()) > 0
    const found = await examine(page)
    const trouble = troubles.slice(before).filter((line) => !(nowhere && line.startsWith('404 of GET')))
    expect({ lang, leadsNowhere, found, trouble }).toEqual({ lang: look.locale, leadsNowhere: nowhere, found: [], trouble: [] })
    expect(title).not.toBe('')
  }

  #windowFor(look: Look): Promise<Visitor> {
    const window =
      this.#windows.get(look) ?? visit(this.browser, this.year.app.url, look, this.signedIn ? { signedInAs: this.year.owner.client } : {})
    this.#windows.set(look, window)
    return window
  }
}
