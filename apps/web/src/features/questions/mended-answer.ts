import { type Answer, type Question, readAnswers } from '#forms'

/** What a wrong answer probably means, when that would be a right one: 1500 for "€ 1.500", a link without the space in it. Null otherwise. */
export function mendedAnswer(question: Question, answer: Answer | undefined): string | null {
  if (typeof answer !== 'string' || answer === '') return null
  return candidates(question, answer.trim()).find((candidate) => candidate !== answer && isRight(question, candidate)) ?? null
}

function candidates({ type }: Question, typed: string): string[] {
  if (type === 'link') {
    const close = typed.replace(/\s+/g, '').replace(/^(https?)[:;]?\/*/i, (_, scheme: string) => `${scheme.toLowerCase()}://`)
    const bare = close.replace(/\/\/[^/@]*@/, '//')
    return [close, bare, `https://${bare}`]
  }
  if (type === 'number') {
    const digits = /[+−-]?\d[\d\s.,]*/.exec(typed)?.[0].replace(/\s/g, '').replace(/[.,]$/, '') ?? ''
    return [digits, digits.replace(/[.,](?=\d{3}(?:\D|$))/g, '')]
  }
  return []
}

function isRight(question: Question, candidate: string): boolean {
  const alone = [{ ...question, showIf: null }]
  return candidate !== '' && readAnswers(alone, { [question.id]: candidate }).errors.length === 0
}
