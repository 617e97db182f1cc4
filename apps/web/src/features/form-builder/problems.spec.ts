import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const words = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Record<string, unknown>

test.each(['en', 'nl'])('a form is complained about in the same words before and after it is sent (%s)', (locale) => {
  const page = words(`../../locales/${locale}/builder.json`)
  const server = `../../../../api/src/locales/${locale}`
  const said = [
    ['problem', words(`${server}/forms.json`)['question']],
    ['effect', words(`${server}/events.json`)['effect'] ?? {}],
  ] as const
  for (const [part, sentences] of said)
    for (const [code, sentence] of Object.entries(sentences as object)) expect([code, page[`${part}.${code}`]]).toEqual([code, sentence])
})
