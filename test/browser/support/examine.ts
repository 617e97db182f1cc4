import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with a page as it stands, in words; nothing when anybody can use it. */
export async function examine(page: Page): Promise<string[]> {
  return [...(await headings(page)), ...(await inaccessible(page)), ...(await overflowing(page, 320))]
}

/** What axe finds against WCAG 2, A and AA. The legacy mode opens no second window for each page; it only passes over frames from elsewhere. */
export async function inaccessible(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(wcag)
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

async function headings(page: Page): Promise<string[]> {
  const count = await page.locator('h1:visible').count()
  return count === 1 ? [] : [`There are ${count} headings of the first rank.`]
}

/** Which elements stick out of a screen so many CSS pixels wide, when the page can be scrolled sideways. */
export async function overflowing(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 700 })
  const found = await page.evaluate<string[]>(`
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
      const root = document.documentElement
      if (root.scrollWidth <= root.clientWidth) return resolve([])
      const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      resolve(wide.slice(-3).map((element) => 'wider than ${width} px: ' + element.outerHTML.slice(0, 160)).concat('scrolls sideways at ${width} px'))
    })))`)
  if (before) await page.setViewportSize(before)
  return found
}
