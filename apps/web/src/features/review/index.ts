export { ReviewDeskPage } from './components/review-desk-page.js'
export { ReviewPage } from './components/review-page.js'
