import { runTweetup } from './run-tweetup.js'

/** `npm run start:worker`: the half that works through jobs. */
export const run = (): Promise<number> => runTweetup('worker')
