import { runTweetup } from './run-tweetup.js'

/** `npm run start:api`: the half that answers requests. */
export const run = (): Promise<number> => runTweetup('api')
