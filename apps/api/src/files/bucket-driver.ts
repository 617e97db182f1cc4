import type { DriverContract } from 'flydrive/types'
import { ConfigError } from '../config/config-error.js'

/** What FILES_URL says: s3://key:secret@endpoint/bucket?region=eu-west-1, or s3+http:// for a server without TLS. */
export interface Bucket {
  readonly endpoint: string
  readonly name: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Throws ConfigError when something is missing. */
export function parseFilesUrl(filesUrl: string): Bucket {
  const url = new URL(filesUrl.replace(/^s3(\+https?)?:/, (_, scheme: string | undefined) => (scheme === '+http' ? 'http:' : 'https:')))
  const name = url.pathname.slice(1)
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(decodeURIComponent)
  if (!accessKeyId || !secretAccessKey || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
    throw new ConfigError(
      'FILES_URL cannot be used: it must name a key, a secret, a server and a bucket, as in s3://key:secret@s3.example.org/bucket?region=eu-west-1.',
    )
  return { endpoint: url.origin, name, region: url.searchParams.get('region') ?? 'us-east-1', accessKeyId, secretAccessKey }
}

/** The driver of a bucket. It is loaded only where a bucket is used, because it is large. */
export async function bucketDriver(filesUrl: string): Promise<DriverContract> {
  const { endpoint, name, region, accessKeyId, secretAccessKey } = parseFilesUrl(filesUrl)
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
