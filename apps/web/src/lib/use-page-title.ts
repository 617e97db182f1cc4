import { useText } from './i18n/index.js'
import { useTitle } from './use-title.js'

/** Names a page of the console or the entrance; the product's name stands last. */
export function usePageTitle(title: string | null | undefined): void {
  useTitle(title, useText('common')('product'))
}
