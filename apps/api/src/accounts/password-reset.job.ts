import { defineJob } from '../jobs/index.js'

/** Somebody asked for a new password. Whether the address has an account is looked up by the worker, so that the answer takes the same time for all. */
export const passwordResetAsked = defineJob<{ readonly resetId: string; readonly email: string }>('password-reset-asked', {
  retryLimit: 5,
  retryDelaySeconds: 5,
})
