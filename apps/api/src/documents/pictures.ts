import sharp from 'sharp'
import { engravingPath } from '#badge'

const LIMITS = { limitInputPixels: 50_000_000 }

/** A photograph or drawing as the templates take it: cut to its frame, JPEG, without anything that a camera wrote into it. */
export function photograph(bytes: Uint8Array, width: number, height: number): Promise<Buffer> {
  return sharp(bytes, LIMITS)
    .rotate()
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#FFFDF7' })
    .jpeg({ quality: 84 })
    .toBuffer()
}

/**
 * A logo in its proportions. One with a transparent ground becomes a silhouette in the colour that stands out where it is shown; any other
 * stays as it is.
 */
export async function logotype(bytes: Uint8Array, colour: string): Promise<Buffer> {
  const logo = await sharp(bytes, LIMITS)
    .resize(320, 128, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true })
  if ((await sharp(logo.data).stats()).isOpaque) return logo.data
  const shape = await sharp(logo.data).extractChannel('alpha').toColourspace('b-w').raw().toBuffer()
  const { width, height } = logo.info
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .joinChannel(shape, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}

/** Light words need dark ground: how deep a shade must lie over a picture, from 0 to 1; the brighter, the deeper. */
export async function shadeOver(bytes: Uint8Array): Promise<number> {
  const { channels } = await sharp(bytes, LIMITS).greyscale().stats()
  return Math.min(0.8, 0.15 + (0.9 * (channels[0]?.mean ?? 0)) / 255)
}

/** An SVG around one path. */
export function pathDrawing(size: number, path: string, attributes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" ${attributes}/></svg>`
}

/** The engraving of a ticket, in fine lines of a colour. */
export function engraving(ticketNumber: string, colour: string): string {
  return pathDrawing(300, engravingPath(ticketNumber, 300), `fill="none" stroke="${colour}" stroke-opacity="0.28" stroke-width="0.55"`)
}
