import { defineJob } from '../jobs/index.js'

interface DeliveryJob {
  readonly deliveryId: string
}

const retries = { retryLimit: 10, retryDelaySeconds: 5 }

/** A mail that a person waits for. It does not stand in line behind the thousands of a bulk. */
export const deliverMail = defineJob<DeliveryJob>('deliver-mail', { ...retries, concurrency: 3, batchSize: 5 })

/** One of many mails with the same news. */
export const deliverBulkMail = defineJob<DeliveryJob>('deliver-bulk-mail', { ...retries, concurrency: 4, batchSize: 25 })
