import type { DriverContract } from 'flydrive/types'
import { parseBucket } from '../config/bucket.js'
import { ConfigError } from '../config/config-error.js'

/** The driver of a bucket. It is loaded only where a bucket is used, because it is large. */
export async function bucketDriver(filesUrl: string): Promise<DriverContract> {
  const { endpoint, name, region, accessKeyId, secretAccessKey } = parseBucket(filesUrl)
  const { S3Driver } = await loadDriver()
  return new S3Driver({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    bucket: name,
    visibility: 'private',
    supportsACL: false,
    forcePathStyle: true,
  })
}

async function loadDriver(): Promise<typeof import('flydrive/drivers/s3')> {
  try {
    return await import('flydrive/drivers/s3')
  } catch (error) {
    throw new ConfigError(
      `FILES_URL cannot be used: the S3 client is not installed (${(error as Error).message}). Install @aws-sdk/client-s3 and @aws-sdk/s3-request-presigner, or leave FILES_URL out.`,
    )
  }
}
