import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { projectRoot } from '../config/index.js'

/** One of our drawings as a PNG of this width. Drawings are uploaded like everybody's pictures, and nobody may upload SVG. */
export async function drawPicture(file: string, width: number): Promise<Buffer> {
  const svg = await readFile(join(projectRoot(), 'apps/api/src/demo/art', file), 'utf8')
  const image = await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
  return Buffer.from(image.asPng())
}
