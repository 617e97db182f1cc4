export { NamesList } from './names-list.js'
export { useGroupPreview } from './preview-group.js'
