import type { Locator, Page } from 'playwright-core'

export const question = (page: Page, number: number) => page.getByRole('group', { name: `Question ${number}`, exact: true })
export const grip = (page: Page, label: string) =>
  page.getByRole('button', { name: new RegExp(`^(Move question|Verplaats vraag) \\d+: ${label}$`) })

/** By keys alone: the menu of kinds is opened, one is chosen, and what is typed next stands in the new question. */
export async function addQuestion(page: Page, kind: string, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a question' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-label]:focus').waitFor()
  await page.keyboard.type(label)
}

/** A form with every kind of question: its kind in the menu, and what it asks. */
export const kinds = [
  ['Heading of a step', 'Who you are'],
  ['One line', 'Where do you live?'],
  ['One of a list', 'How would you travel?'],
  ['A few sentences', 'Which route would you ride?'],
  ['Several of a list', 'What would you like to do?'],
  ['A number', 'How old is your telescope?'],
  ['A date', 'When were you born?'],
  ['A country', 'Which country?'],
  ['Heading of a step', 'What you make'],
  ['A link', 'Where can we see it?'],
  ['A handle', 'Where do you post?'],
  ['A picture or PDF', 'Show us one'],
  ['Consent', 'I keep to the house rules'],
] as const
export const labels = kinds.map(([, label]) => label)

/** What belongs to the answer of one kind, filled in by keys. */
export async function fillSettings(page: Page, kind: string, number: number): Promise<void> {
  const form = question(page, number)
  const type = async (label: string | RegExp, text: string) => {
    await form.getByLabel(label).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }
  const tick = async (name: string | RegExp) => form.getByRole('checkbox', { name }).press('Space')
  const options = async (...words: string[]) => {
    await form.getByRole('textbox', { name: 'Answer 1' }).focus()
    await page.keyboard.type(words[0] ?? '')
    for (const word of words.slice(1)) {
      await page.keyboard.press('Enter')
      await form
        .locator('input:focus')
        .and(form.getByRole('textbox', { name: `Answer ${words.indexOf(word) + 1}` }))
        .waitFor()
      await page.keyboard.type(word)
    }
  }
  if (kind === 'One line') {
    await type('At most', '60')
    await tick('Needs an answer')
  }
  if (kind === 'One of a list') await options('Train', 'Bike')
  if (kind === 'A few sentences') {
    await tick(/^Only shown after a certain answer/)
    await tick('Bike')
  }
  if (kind === 'Several of a list') {
    await options('Look', 'Draw')
    await type(/^At most/, '1')
  }
  if (kind === 'A number') {
    await type(/^At least/, '0')
    await type(/^At most/, '90')
    await form.getByLabel('How exact').selectOption('1')
  }
  if (kind === 'A date') {
    await tick(/^It is a birthday/)
    await form.getByLabel(/^Up to/).fill('2010-01-01')
  }
  if (kind === 'A handle') await form.getByLabel('On which network').selectOption('bluesky')
  if (kind === 'A picture or PDF') {
    await tick('PDF')
    await form.getByLabel('How large at most').selectOption('2')
  }
  if (kind === 'Consent') {
    await type(/^What is agreed to/, 'House rules')
    await type(/^Where it can be read/, 'https://duinlicht.example/rules')
  }
}

/** Pulls a row by its grip past so many others, as a hand does: not in one go. */
export async function drag(page: Page, from: Locator, rows: number): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const { x, y, height } = await boxOf(from)
  await page.mouse.move(x + 10, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 12, y + height / 2 + rows * height * 0.4, { steps: 4 })
  await page.mouse.move(x + 12, y + height / 2 + rows * height, { steps: 4 })
  await page.mouse.up()
}

export async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error('The grip is not on the screen.')
  return box
}
