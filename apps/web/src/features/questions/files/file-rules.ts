import { type FileKind, fileKinds, mostMegabytes as usualMegabytes } from '#forms'
import type { Question } from '../../../lib/api/types.js'

const typesOf: Record<FileKind, readonly string[]> = {
  image: ['image/jpeg', 'image/png', 'image/webp'],
  pdf: ['application/pdf'],
}

/** The media types that the question takes. */
export const fileTypes = ({ settings }: Question): string[] => (settings.kinds ?? fileKinds).flatMap((kind) => typesOf[kind])

export const mostMegabytes = ({ settings }: Question): number => settings.maxMegabytes ?? usualMegabytes

/** Which words fit: pictures only, PDFs only, or both. */
export function kindsKey({ settings: { kinds } }: Question): 'any' | FileKind {
  return kinds?.length === 1 && kinds[0] ? kinds[0] : 'any'
}
