import { upload } from '../../lib/api/upload.js'
import type { FileKind, UploadedFile } from '../../lib/api/types.js'
import { organizationBase } from './api.js'

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp']
export const largestPicture = 10 * 1024 * 1024

type Options = { organization: string; kind: FileKind; file: File; onProgress: (share: number) => void }

/** Sends a picture and tells how far it is, from 0 to 1. Refusals are thrown as `Problem`. */
export function uploadPicture({ organization, kind, file, onProgress }: Options): Promise<UploadedFile> {
  const body = new FormData()
  // The kind stands before the bytes, so that the server knows it when they arrive.
  body.set('kind', kind)
  body.set('file', file)
  return upload(`${organizationBase(organization)}/files`, body, { onProgress })
}
