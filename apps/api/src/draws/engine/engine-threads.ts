import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../../config/index.js'
import type { EngineTask, TaskResult } from './engine-task.js'

/** More than these wait for memory rather than work. */
const MOST_THREADS = 4
/** A draw is read and ranked in one go; after it the threads give their memory back. */
const IDLE_SECONDS = 10

/** Threads that share the pieces of a draw's work between them. They are started with the first piece and end when nobody needs them. */
class EngineThreads {
  readonly #threads: Worker[] = []
  #running = 0
  #timer: NodeJS.Timeout | undefined

  /** Works through all tasks, one at a time on each thread. Answers in the order of the tasks. */
  async run(tasks: readonly EngineTask[], count = Math.min(MOST_THREADS, availableParallelism())): Promise<TaskResult[]> {
    clearTimeout(this.#timer)
    this.#running += 1
    const threads = this.#take(Math.min(count, tasks.length))
    const results: TaskResult[] = []
    const waiting = tasks.entries()
    try {
      await Promise.all(threads.map((thread) => workThrough(thread, waiting, results)))
      this.#threads.push(...threads)
      return results
    } catch (error) {
      await Promise.all(threads.map((thread) => thread.terminate()))
      throw error
    } finally {
      this.#running -= 1
      if (this.#running === 0) this.#timer = setTimeout(() => void this.end(), IDLE_SECONDS * 1000).unref()
    }
  }

  /** Ends the threads that have nothing to do; the next draw starts others. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    await Promise.all(this.#threads.splice(0).map((thread) => thread.terminate()))
  }

  #take(count: number): Worker[] {
    return Array.from({ length: count }, () => this.#threads.pop() ?? startThread())
  }
}

/** Threads that take tasks from one list are done with it at about the same time, however much each piece costs. */
async function workThrough(thread: Worker, waiting: Iterator<[number, EngineTask]>, results: TaskResult[]): Promise<void> {
  thread.ref()
  for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
    const [index, task] = next.value
    results[index] = await answerOf(thread, task)
  }
  // An idle thread does not keep the process.
  thread.unref()
}

async function answerOf(thread: Worker, task: EngineTask): Promise<TaskResult> {
  const over = new AbortController()
  const { signal } = over
  try {
    const ended = once(thread, 'exit', { signal }).then(() => Promise.reject(new Error('A thread of the draw ended.')))
    const answer = once(thread, 'message', { signal })
    thread.postMessage(task)
    const [result] = (await Promise.race([answer, ended])) as [TaskResult]
    return result
  } finally {
    over.abort()
  }
}

/** From its sources, as tests and `npm run dev` run it, a thread needs what compiles them. */
function startThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./engine-thread.js', import.meta.url))
  const execArgv = ['--disable-warning=ExperimentalWarning', '--import', join(projectRoot(), 'apps/cli/typescript.mjs')]
  return new Worker(new URL('./engine-thread.ts', import.meta.url), { execArgv })
}

export const engineThreads = new EngineThreads()
