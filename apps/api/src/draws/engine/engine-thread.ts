import { parentPort } from 'node:worker_threads'
import { doTask, type EngineTask } from './engine-task.js'

/** One of the threads that `EngineThreads` hands pieces of a draw to. An error ends it, and with it the draw that it worked for. */
parentPort?.on('message', (task: EngineTask) => parentPort?.postMessage(doTask(task)))
