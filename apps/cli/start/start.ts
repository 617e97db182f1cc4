import { runTweetup } from './run-tweetup.js'

/** `npm start`: everything in one process. */
export const run = (): Promise<number> => runTweetup()
