import { useState } from 'react'

/** Which questions are open. */
export type OpenCards = {
  isOpen: (key: string) => boolean
  toggle: (key: string) => void
  /** This one is opened and the others close, so that a form that grows stays a list. */
  only: (keys: readonly string[]) => void
}

export function useOpenCards(): OpenCards {
  const [open, setOpen] = useState<readonly string[]>([])
  return {
    isOpen: (key) => open.includes(key),
    toggle: (key) => setOpen((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key])),
    only: setOpen,
  }
}
