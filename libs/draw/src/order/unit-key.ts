import { DrawFormError } from '../errors.js'
import { fromHex, isHex, toHex } from '../hash/hex.js'
import { writeKeys } from './write-keys.js'

/**
 * The number that decides about one unit, for the applicant's own check (protocol sections 6 and 11): the lowest goes first.
 * @param seed hex
 * @param unitId hex
 * @param weight whole number from 1
 * @returns key, hex
 * @throws DrawFormError when one of them is not what it should be.
 */
export function unitKey(seed: string, unitId: string, weight: number): string {
  if (!isHex(seed, 32)) throw new DrawFormError('key', [{ path: 'seed', message: 'must be 64 lower case hex digits' }])
  if (!isHex(unitId, 32)) throw new DrawFormError('key', [{ path: 'unitId', message: 'must be 64 lower case hex digits' }])
  if (!Number.isInteger(weight) || weight < 1)
    throw new DrawFormError('key', [{ path: 'weight', message: `is ${weight}, it must be a whole number from 1` }])
  const keys = new Uint8Array(32)
  writeKeys({ leaves: fromHex(unitId), weights: Uint32Array.of(weight), keys }, fromHex(seed), 0, 1)
  return toHex(keys)
}
