import { encodeQR } from 'qr'

/**
 * The squares of a badge's QR code, without the quiet zone: four squares of white all around belong to it.
 *
 * @param code text from signBadgeCode().
 * @returns rows of squares from the top, true = dark. Error correction M: a creased badge can still be read.
 */
export function badgeMatrix(code: string): boolean[][] {
  const bordered = encodeQR(code, 'raw', { ecc: 'medium', border: 1 })
  return bordered.slice(1, -1).map((row) => row.slice(1, -1))
}
