import { type ReactNode, useState } from 'react'
import type { QuestionEffect } from '../../../lib/api/types.js'
import { useMembership } from '../../../lib/membership.js'
import { EffectsDialog } from '../../form-builder/index.js'
import { useQuestionEffects } from '../api.js'
import { inputOf } from './draft.js'
import type { Editor } from './use-editor.js'

/** Before a form is saved that people have answered, she who changes it reads what becomes of their answers, and agrees or goes back. */
export function useAnswersAffected(
  editor: Editor,
  save: (confirm?: readonly string[]) => Promise<void>,
): { ask: () => Promise<void>; dialog: ReactNode } {
  const { organization } = useMembership()
  const { mutateAsync } = useQuestionEffects(organization.slug, editor.event.id)
  const [effects, setEffects] = useState<readonly QuestionEffect[]>([])

  const ask = async () => {
    // Only while it is open there are answers and the form is not fixed yet. A form that cannot be kept is refused as it is saved, field by field.
    const answered = editor.event.phase === 'open' && editor.isChanged('questions')
    const found = answered
      ? await mutateAsync(inputOf({ questions: editor.values.questions }).questions ?? []).then(
          (all) => all.effects,
          () => [],
        )
      : []
    if (found.length) setEffects(found)
    else await save()
  }
  const confirm = async () => {
    await save(effects.map(({ key }) => key))
    setEffects([])
  }
  return {
    ask,
    dialog: <EffectsDialog effects={effects} busy={editor.saving} onClose={() => setEffects([])} onConfirm={() => void confirm()} />,
  }
}
