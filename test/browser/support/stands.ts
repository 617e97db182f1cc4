import type { Page } from 'playwright-core'

/** Waits until a page stands: it has its heading, nothing of it is on its way any more, and its letters have come. Looks at each frame. */
export async function stands(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    const deadline = performance.now() + 15_000
    const stands = () =>
      [...document.querySelectorAll('h1')].some((heading) => heading.checkVisibility()) &&
      [...document.querySelectorAll('[role="status"], output')].every(({ ariaLabel }) => !/^(Onderweg|On its way)$/.test(ariaLabel ?? ''))
    const look = () => {
      if (stands()) document.fonts.ready.then(() => resolve())
      else if (performance.now() > deadline) reject(new Error('After 15 seconds parts of the page were still on their way.'))
      else requestAnimationFrame(look)
    }
    look()
  })`)
}
