import { WrongValue } from './config-error.js'

/** What FILES_URL says: s3://key:secret@endpoint/bucket?region=eu-west-1, or s3+http:// for a server without TLS. */
export interface Bucket {
  readonly endpoint: string
  readonly name: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** @throws WrongValue for an address that lacks something or names a bucket that cannot be */
export function parseBucket(address: string): Bucket {
  // The URL parser knows no hosts of s3:// and leaves them as they are written.
  const asHttp = address.replace(/^s3(\+https?)?:/i, (_, scheme: string | undefined) =>
    scheme?.toLowerCase() === '+http' ? 'http:' : 'https:',
  )
  const url = URL.canParse(asHttp) ? new URL(asHttp) : undefined
  const name = url?.pathname.slice(1)
  if (!url?.username || !url.password || !name)
    throw new WrongValue(
      'it must name a key, a secret, a server and a bucket, as in s3://key:secret@s3.example.org/bucket?region=eu-west-1',
    )
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
    throw new WrongValue(
      `the bucket's name "${name}" must be 3 to 63 small letters, digits, hyphens and dots, and begin and end with a letter or digit`,
    )
  return {
    endpoint: url.origin,
    name,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
}
