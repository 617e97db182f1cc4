import { lazy } from 'react'
import { loadCatalogues } from '../../../lib/i18n/index.js'

/** What is often asked is offered in the language of the event, whatever the organizer reads. */
const usualQuestions = () => Promise.all([loadCatalogues(['usual'], 'nl'), loadCatalogues(['usual'], 'en')])

/** Both are large and few need them, so they come when somebody goes there. */
export const EditorPage = lazy(
  async () => (await Promise.all([import('./editor-page.js'), loadCatalogues(['policy', 'proof', 'builder']), usualQuestions()]))[0],
)
export const PreviewPage = lazy(() => import('./preview-page.js'))
