export { FetchFailed } from './fetch-failed.js'
export { type Fetched, type FetchOptions, GuardedFetch } from './guarded-fetch.js'
