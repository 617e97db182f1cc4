import { formSteps, type Question } from '#forms'

/** Whether everybody who goes on in a form comes to a field, may leave it empty, or is asked it after a certain answer only. */
export const fieldNeeds = ['required', 'optional', 'conditional'] as const
export type FieldNeed = (typeof fieldNeeds)[number]

export interface AskedField {
  readonly field: string
  readonly label: string
  readonly need: FieldNeed
}

/** The questions of a form that ask for something, in their order. Below a heading that some never see, all are asked of some only. */
export function askedFields(questions: readonly Question[]): AskedField[] {
  return formSteps(questions).flatMap(({ heading, questions: asked }) =>
    asked.map(({ id, label, required, showIf }) => ({
      field: id,
      label,
      need: (heading?.showIf ?? showIf) ? 'conditional' : required ? 'required' : 'optional',
    })),
  )
}
