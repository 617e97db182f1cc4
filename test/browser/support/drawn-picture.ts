import sharp from 'sharp'

/** A photograph-like JPEG of this size. */
export function drawnPicture(width: number, height: number): Promise<Buffer> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#123"/><circle cx="50%" cy="40%" r="${height / 4}" fill="#fe9"/><rect y="80%" width="100%" height="20%" fill="#354"/></svg>`
  return sharp(Buffer.from(picture)).jpeg().toBuffer()
}
