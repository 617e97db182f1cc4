import { currentLocale } from '../i18n/index.js'
import { type FieldError, Problem } from './problem.js'

type Options = { onProgress: (share: number) => void; signal?: AbortSignal }

/** Sends a form with a file and tells how far it is, from 0 to 1: fetch cannot say, so this is the older way. Refusals are thrown as `Problem`. */
export function upload<T>(path: string, body: FormData, { onProgress, signal }: Options): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', currentLocale())
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as T)
      const document = (request.response ?? {}) as { title?: string; detail?: string; errors?: FieldError[] }
      reject(new Problem({ status: request.status, title: document.detail ?? document.title ?? '', errors: document.errors }))
    }
    request.onerror = () => reject(new Problem({ status: 0, title: '' }))
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
