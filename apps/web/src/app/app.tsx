import { BrowserRouter } from 'react-router'
import { RubberFilter } from '../components/index.js'
import { Pages } from './router.js'

export function App() {
  return (
    <BrowserRouter>
      <RubberFilter />
      <Pages />
    </BrowserRouter>
  )
}
