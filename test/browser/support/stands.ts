import type { Page } from 'playwright-core'

/** Waits until a page stands: it has its heading, nothing of it is on its way any more, and its letters have come. */
export async function stands(page: Page): Promise<void> {
  await page.locator('h1:visible').first().waitFor()
  // Several parts may be on their way at once; the first of them is gone when none is left.
  await page
    .getByRole('status', { name: /^(Onderweg|On its way)$/ })
    .first()
    .waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}
