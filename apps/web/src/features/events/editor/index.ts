import { lazy } from 'react'

/** Both are large and few need them, so they come when somebody goes there. */
export const EditorPage = lazy(() => import('./editor-page.js'))
export const PreviewPage = lazy(() => import('./preview-page.js'))
