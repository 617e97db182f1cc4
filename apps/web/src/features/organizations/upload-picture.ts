import { type FieldError, Problem } from '../../lib/api/problem.js'
import type { FileKind, UploadedFile } from '../../lib/api/types.js'
import { currentLocale } from '../../lib/i18n/index.js'
import { organizationBase } from './api.js'

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp']
export const largestPicture = 10 * 1024 * 1024

type Options = { organization: string; kind: FileKind; file: File; onProgress: (share: number) => void }

/** Sends a picture and tells how far it is, from 0 to 1: fetch cannot say, so this is the older way. Refusals are thrown as `Problem`. */
export function uploadPicture({ organization, kind, file, onProgress }: Options): Promise<UploadedFile> {
  const body = new FormData()
  // The kind stands before the bytes, so that the server knows it when they arrive.
  body.set('kind', kind)
  body.set('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${organizationBase(organization)}/files`)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', currentLocale())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as UploadedFile)
      const document = (request.response ?? {}) as { title?: string; detail?: string; errors?: FieldError[] }
      reject(new Problem({ status: request.status, title: document.detail ?? document.title ?? '', errors: document.errors }))
    }
    request.onerror = () => reject(new Problem({ status: 0, title: '' }))
    request.send(body)
  })
}
