import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { verifierFile } from './verifier-file.js'

describe('the program that is linked on the page of the draw', () => {
  it('lies where it is linked and has as many lines as the page says', () => {
    const source = readFileSync(`apps/web/public${verifierFile.address}`, 'utf8')
    expect(source.trimEnd().split('\n')).toHaveLength(verifierFile.lines)
    expect(verifierFile.address).toBe(`/${verifierFile.name}`)
  })
})
