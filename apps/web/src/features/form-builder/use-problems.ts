import { useMemo, useState } from 'react'
import { type QuestionProblem, questionProblems } from '#forms'
import { useText } from '../../lib/i18n/index.js'
import { asQuestions, type DraftQuestion, type FormKind } from './draft-question.js'

type Choices = {
  questions: readonly DraftQuestion[]
  kind: FormKind
  errors: Readonly<Record<string, string>>
  path: string
}

/**
 * What is wrong with the form, told while it is typed by the rules that the server will hold it against. A question that was added just now is let alone until it has
 * been left once, or the server has refused it.
 */
export function useProblems({ questions, kind, errors, path }: Choices) {
  const t = useText('builder')
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(
    () => new Map(questionProblems(asQuestions(questions), kind).map((problem) => [problem.path, problem])),
    [questions, kind],
  )
  const refused = Object.keys(errors).some((at) => at === path || at.startsWith(`${path}.`))
  const isQuiet = (index: number) => !refused && begun.has(questions[index]?.key ?? '')
  const said = ({ code, values }: QuestionProblem) => t(`problem.${code}`, values)

  return {
    errorAt: (index: number, part: string): string | undefined => {
      const problem = found.get(`${index}.${part}`)
      return errors[`${path}.${index}.${part}`] ?? (problem && !isQuiet(index) ? said(problem) : undefined)
    },
    /** What is wrong with the form as a whole. */
    listError: errors[path] ?? (found.has('') ? said(found.get('') as QuestionProblem) : undefined),
    hasErrors: (index: number): boolean =>
      Object.keys(errors).some((at) => at.startsWith(`${path}.${index}.`)) ||
      (!isQuiet(index) && [...found.keys()].some((at) => at.startsWith(`${index}.`))),
    begin: (keys: readonly string[]) => setBegun((before) => new Set([...before, ...keys])),
    /** Once the focus is outside of a question it has been begun long enough. */
    leave: ({ target, relatedTarget }: FocusEvent) => {
      const left = questionOf(target)
      if (!left || !begun.has(left) || questionOf(relatedTarget) === left) return
      afterThisPress(() => setBegun((before) => new Set([...before].filter((key) => key !== left))))
    },
  }
}

const questionOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-question]')?.dataset.question : undefined

/** Complaints take room: what is being pressed just now must not move away before the finger is up. */
function afterThisPress(run: () => void): void {
  const ends = new AbortController()
  const end = () => {
    ends.abort()
    setTimeout(run)
  }
  for (const type of ['pointerup', 'pointercancel', 'keyup']) addEventListener(type, end, { signal: ends.signal })
}
