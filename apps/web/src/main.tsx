import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/text.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.js'
import { loadCatalogues } from './lib/i18n/index.js'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root" to show the app in.')

await loadCatalogues(['common'])
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
