import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../config/index.js'
import type { TypesetAnswer, TypesetRequest, WorkerSettings } from './typst-worker.js'

/** The thread's memory grows with every document, so it is replaced after this many. */
const DOCUMENTS_PER_THREAD = 100
const SECONDS_PER_DOCUMENT = 20
/** A thread that nobody needs gives its memory back. */
const IDLE_SECONDS = 60

interface Waiting {
  readonly request: TypesetRequest
  readonly resolve: (bytes: Buffer) => void
  readonly reject: (error: Error) => void
}

/** Hands documents to the typesetting thread, one after the other, and replaces the thread when it is old, stuck or gone. */
class Typesetter {
  private readonly queue: Waiting[] = []
  private current: Waiting | undefined
  private worker: Worker | undefined
  private done = 0
  private lastId = 0
  private timer: NodeJS.Timeout | undefined

  typeset(document: Omit<TypesetRequest, 'id'>): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.lastId += 1
      this.queue.push({ request: { ...document, id: this.lastId }, resolve, reject })
      this.next()
    })
  }

  private next(): void {
    if (this.current !== undefined) return
    this.current = this.queue.shift()
    if (this.current === undefined) {
      this.setTimer(IDLE_SECONDS, () => this.dismiss())
      return
    }
    this.worker ??= this.hire()
    // While there is work the process must not end; an idle thread does not keep it.
    this.worker.ref()
    this.setTimer(SECONDS_PER_DOCUMENT, () => this.fail(new Error(`The document took longer than ${SECONDS_PER_DOCUMENT} seconds.`)))
    this.worker.postMessage(this.current.request)
  }

  private hire(): Worker {
    const documents = join(projectRoot(), 'apps/api/src/documents')
    const settings: WorkerSettings = { templates: join(documents, 'templates'), fonts: join(documents, 'fonts') }
    const source = import.meta.url.endsWith('.ts') ? './typst-worker.ts' : './typst-worker.js'
    const worker = new Worker(new URL(source, import.meta.url), { workerData: settings })
    worker.on('message', (answer: TypesetAnswer) => this.settle(answer))
    worker.on('error', (error) => this.worker === worker && this.fail(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.worker === worker && this.fail(new Error('The typesetting thread ended.')))
    this.done = 0
    return worker
  }

  private settle(answer: TypesetAnswer): void {
    const waiting = this.current
    if (waiting?.request.id !== answer.id) return
    this.current = undefined
    this.done += 1
    this.worker?.unref()
    if ('error' in answer) waiting.reject(new Error(answer.error))
    else waiting.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength))
    if (this.done >= DOCUMENTS_PER_THREAD) this.dismiss()
    this.next()
  }

  private fail(error: Error): void {
    const waiting = this.current
    this.current = undefined
    this.dismiss()
    waiting?.reject(error)
    this.next()
  }

  private dismiss(): void {
    clearTimeout(this.timer)
    const worker = this.worker
    this.worker = undefined
    void worker?.terminate()
  }

  private setTimer(seconds: number, act: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(act, seconds * 1000).unref()
  }
}

const typesetter = new Typesetter()

/** Sets one document from a template. Rejects when the template and its data do not fit each other. */
export function typeset(document: Omit<TypesetRequest, 'id'>): Promise<Buffer> {
  return typesetter.typeset(document)
}
