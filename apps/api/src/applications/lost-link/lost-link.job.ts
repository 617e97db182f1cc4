import { defineJob } from '../../jobs/index.js'

/** Somebody lost her personal link. Whether the address has applied is looked up by the worker, so that the answer takes the same time for all. */
export const lostLinkAsked = defineJob<{ readonly email: string }>('lost-link-asked', { retryLimit: 5, retryDelaySeconds: 5 })
