import { useState } from 'react'

/** Which people of the list are chosen: some by name, or everybody whom it shows. */
export type Choice = {
  ids: ReadonlySet<string>
  everybody: boolean
  has: (id: string) => boolean
  set: (id: string, chosen: boolean) => void
  chooseEverybody: () => void
  clear: () => void
}

const nobody: ReadonlySet<string> = new Set()

/** A choice belongs to the list it was made in: another filter begins without one. */
export function useChoice(list: string): Choice {
  const [state, setState] = useState({ list, ids: nobody, everybody: false })
  const now = state.list === list ? state : { list, ids: nobody, everybody: false }
  return {
    ...now,
    has: (id) => now.everybody || now.ids.has(id),
    set: (id, chosen) => {
      const ids = new Set(now.ids)
      if (chosen) ids.add(id)
      else ids.delete(id)
      setState({ list, ids, everybody: false })
    },
    chooseEverybody: () => setState({ list, ids: nobody, everybody: true }),
    clear: () => setState({ list, ids: nobody, everybody: false }),
  }
}
