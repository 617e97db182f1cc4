import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { remembered } from '../remembered.js'

export const codings = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof codings)[number]

/** The coding that an Accept-Encoding header (RFC 9110, 12.5.3) lets us send; the smallest first. */
export const acceptedCoding = remembered((header): Coding => {
  const refused = new Set<string>()
  const named = new Set<string>()
  for (const part of (header ?? '').slice(0, 500).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    if (parameters.some((parameter) => /^q=0(\.0{1,3})?$/.test(parameter))) refused.add(name)
    else named.add(name)
  }
  return codings.find((coding) => !refused.has(coding) && (named.has(coding) || named.has('*'))) ?? 'identity'
})

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** The body as it goes out in each coding; one that makes it no smaller is left out. */
export async function encoded(body: Buffer): Promise<Partial<Record<Coding, Buffer>> & { readonly identity: Buffer }> {
  const [br, gz] = await Promise.all([inBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), inGzip(body)])
  return { identity: body, ...(br.length < body.length ? { br } : {}), ...(gz.length < body.length ? { gzip: gz } : {}) }
}
