export { NotFoundPage as default } from '../../../components/index.js'
