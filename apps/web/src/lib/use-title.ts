import { useEffect } from 'react'

/** The title of the browser's tab; the server sets the first one, this one follows the visitor around. */
export function useTitle(...parts: (string | null | undefined)[]): void {
  const title = parts.filter(Boolean).join(' · ')
  useEffect(() => {
    if (title) document.title = title
  }, [title])
}
