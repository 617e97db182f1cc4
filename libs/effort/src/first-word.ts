/** First 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4 section 5.3.3). */
const initial = firstPrimes(8).map((prime) => fractionBits(Math.sqrt(prime)))
/** The same of the cube roots of the first 64 primes (FIPS 180-4 section 4.2.2). */
const constants = Int32Array.from(firstPrimes(64), (prime) => fractionBits(Math.cbrt(prime)))

const schedule = new Int32Array(64)

/** The first 32 bits of the SHA-256 of ten words (FIPS 180-4 section 6.2.2): they fill one block, so that trying a number costs one round trip of it. */
export function firstWord(words: Int32Array): number {
  const w = schedule
  w.set(words)
  w[words.length] = 0x8000_0000
  w.fill(0, words.length + 1, 15)
  w[15] = words.length * 32
  for (let t = 16; t < 64; t += 1) {
    const [x, y] = [at(w, t - 15), at(w, t - 2)]
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = initial
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const first = (h + s1 + ((e & f) ^ (~e & g)) + at(constants, t) + at(w, t)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  return (a + (initial[0] ?? 0)) >>> 0
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes
}

function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000) | 0
}
