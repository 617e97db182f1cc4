import { describe, expect, it } from '@jest/globals'
import { remembered } from './remembered.js'

describe('what a header says', () => {
  const counted = () => {
    const asked: (string | undefined)[] = []
    const read = remembered((header) => {
      asked.push(header)
      return header === 'nothing' ? undefined : `${header}!`
    })
    return { asked, read }
  }

  it('is worked out once for each text, also when it says nothing', () => {
    const { asked, read } = counted()
    expect([read('a'), read('a'), read(undefined), read(undefined), read('nothing'), read('nothing')]).toEqual([
      'a!',
      'a!',
      'undefined!',
      'undefined!',
      undefined,
      undefined,
    ])
    expect(asked).toEqual(['a', undefined, 'nothing'])
  })

  it('takes no memory for texts that are long, and bounds it for texts that are many', () => {
    const { asked, read } = counted()
    for (const header of ['x'.repeat(301), 'x'.repeat(301)]) expect(read(header)).toBe(`${header}!`)
    expect(asked).toHaveLength(2)
    for (let index = 0; index < 201; index += 1) read(String(index))
    expect(read('0')).toBe('0!')
    expect(asked).toHaveLength(2 + 202)
  })
})
