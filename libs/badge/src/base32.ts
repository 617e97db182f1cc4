const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in base 32 without padding (RFC 4648, section 6): capital letters and digits, which QR codes pack tightly. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += DIGITS[(held >> (bits - 5)) & 31]
  }
  return bits === 0 ? text : text + DIGITS[(held << (5 - bits)) & 31]
}

/** The way back; null for anything that toBase32() would not have written exactly so. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let held = 0
  let bits = 0
  let written = 0
  for (const character of text) {
    const digit = DIGITS.indexOf(character)
    if (digit === -1) return null
    held = ((held << 5) | digit) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[written++] = held >> bits
  }
  return toBase32(bytes) === text ? bytes : null
}
