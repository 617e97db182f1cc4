import { badgeMatrix } from '#badge'

const width = 640
const height = 480
const white = 235
const black = 16

/** A film of one frame, as Chromium's pretended camera shows it (YUV4MPEG2, 4:2:0): a badge's code held before the camera. */
export function cameraFilm(code: string): Buffer {
  const matrix = badgeMatrix(code)
  const module = Math.floor((height * 0.8) / matrix.length)
  const left = Math.floor((width - module * matrix.length) / 2)
  const top = Math.floor((height - module * matrix.length) / 2)
  const luma = Buffer.alloc(width * height, white)
  for (const [row, line] of matrix.entries())
    for (const [column, dark] of line.entries())
      if (dark)
        for (let y = 0; y < module; y += 1) {
          const start = (top + row * module + y) * width + left + column * module
          luma.fill(black, start, start + module)
        }
  const colourless = Buffer.alloc((width * height) / 2, 128)
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), luma, colourless])
}
