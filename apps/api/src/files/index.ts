export type { FileKind } from './file-kinds.js'
export { FileStore, type FileUrls, fileUrls, type StoredFile, type Upload } from './file-store.js'
export { readUpload, type UploadedForm } from './upload.js'
