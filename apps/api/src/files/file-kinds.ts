export type FileKind = 'cover' | 'photo' | 'logo'
export const renditions = ['large', 'medium', 'small'] as const
export type Rendition = (typeof renditions)[number]

interface Shape {
  readonly width: number
  /** Given for what is cropped to a square. */
  readonly height?: number
  readonly fit: 'cover' | 'inside'
}

const square = (side: number): Shape => ({ width: side, height: side, fit: 'cover' })
const box = (side: number): Shape => ({ width: side, height: side, fit: 'inside' })
const wide = (width: number): Shape => ({ width, fit: 'inside' })

/** What each kind of picture is made into, in pixels. None is ever enlarged. */
export const shapes: Readonly<Record<FileKind, Readonly<Record<Rendition, Shape>>>> = {
  cover: { large: wide(2000), medium: wide(1000), small: wide(500) },
  photo: { large: square(1024), medium: square(512), small: square(128) },
  logo: { large: box(1024), medium: box(512), small: box(128) },
}
