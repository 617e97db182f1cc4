import { defineJob } from '../../apps/api/src/jobs/index.js'

export const noteJob = defineJob<{ word: string }>('fault-note')
