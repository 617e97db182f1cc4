/** Bytes that SHA-256 takes in at a time. */
export const BLOCK_BYTES = 64

/** First 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4 section 5.3.3). */
export const INITIAL_STATE = Uint32Array.from(firstPrimes(8), (prime) => fractionBits(Math.sqrt(prime)))

/** The same of the cube roots of the first 64 primes (FIPS 180-4 section 4.2.2). */
export const ROUND_CONSTANTS = Uint32Array.from(firstPrimes(64), (prime) => fractionBits(Math.cbrt(prime)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}

/** A double keeps 45 bits of the fraction of a root below 8: more than the 32 that count. */
function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000)
}
