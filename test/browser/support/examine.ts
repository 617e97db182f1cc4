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

/** What is cut off, lies over something else or sticks out when the text is twice as large as usual, on a phone (WCAG 1.4.4). */
export async function crowdedWhenLarge(page: Page): Promise<string[]> {
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
  const found = await page.evaluate<string[]>(crowded)
  return [...found, ...(await overflowing(page, 390))]
}

export const usualText = (page: Page) => page.evaluate(`document.documentElement.style.fontSize = ''`)

/** Bars that stay in sight lie over the page by design, and what is for the ear only has no size. */
const crowded = `(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const shown = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { position, visibility, clipPath, opacity } = getComputedStyle(one)
      if (position === 'fixed' || position === 'sticky' || visibility === 'hidden' || clipPath !== 'none' || opacity === '0') return false
    }
    return true
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.data.trim() || !parent || parent.closest('script, style, svg, option, noscript, [aria-hidden="true"]') || !shown(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) if (rect.width > 2 && rect.height > 2) texts.push({ parent, rect, text: node.data.trim().slice(0, 40) })
  }
  const found = new Set()
  for (const { parent, text, rect } of texts)
    for (let box = parent; box !== document.body && box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const around = box.getBoundingClientRect()
      if ((overflowX === 'hidden' || overflowX === 'clip') && rect.right > around.right + 2) found.add('cut on the right: ' + text)
      if ((overflowY === 'hidden' || overflowY === 'clip') && rect.bottom > around.bottom + 4) found.add('cut below: ' + text)
    }
  for (const input of document.querySelectorAll('input[maxlength]'))
    if (input.maxLength <= 4 && input.scrollWidth > input.clientWidth + 1) found.add('cut in its field: ' + input.value)
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      if (one.parent.contains(other.parent) || other.parent.contains(one.parent)) continue
      const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
      const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
      if (wide > 2 && high > Math.min(one.rect.height, other.rect.height) / 3) found.add('one over the other: ' + one.text + ' | ' + other.text)
    }
  })
  return [...found]
})()`
