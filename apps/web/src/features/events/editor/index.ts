import { lazy } from 'react'
import { loadCatalogues } from '../../../lib/i18n/index.js'

/** Both are large and few need them, so they come when somebody goes there. */
export const EditorPage = lazy(async () => (await Promise.all([import('./editor-page.js'), loadCatalogues(['policy', 'proof'])]))[0])
export const PreviewPage = lazy(() => import('./preview-page.js'))
