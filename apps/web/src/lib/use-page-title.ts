import { useEffect } from 'react'
import { useText } from './i18n/index.js'

/** Names the page in the tab and for a screen reader; the product's name stands last. */
export function usePageTitle(title: string | null | undefined): void {
  const product = useText('common')('product')
  useEffect(() => {
    if (title) document.title = `${title} · ${product}`
  }, [title, product])
}
