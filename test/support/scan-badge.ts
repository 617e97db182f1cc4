import { decodeQR } from 'qr/decode.js'
import sharp from 'sharp'

/** What a phone reads from the picture of a badge: its code lies at the left of the foot of the second page. */
export async function scanBadge(png: Buffer): Promise<string> {
  const { width, height } = await sharp(png).metadata()
  const foot = { left: 0, top: Math.round(height * 0.86), width: Math.round(width / 2), height: Math.floor(height * 0.14) }
  const { data, info } = await sharp(png).extract(foot).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data })
}
