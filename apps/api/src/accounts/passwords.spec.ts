import { describe, expect, it } from '@jest/globals'
import { hashPassword, isEasilyGuessed, passwordFits } from './passwords.js'

const own = ['mirjam.devries@duinlicht.example', 'Mirjam de Vries']

describe('passwords', () => {
  it.each([
    'password123',
    'Passw0rd2027!',
    'Welkom2027!!',
    'wachtwoord1',
    '1234567890',
    '9876543210',
    'aaaaaaaaaaaa',
    '1212121212',
    'qwertyuiop',
    'abcdefghijkl',
    'mirjam.devries@duinlicht.example',
    'mirjam.devries1',
    'Mirjam de Vries',
    'mirjamdevries2027',
  ])('refuse %s, which anybody would try', (password) => {
    expect(isEasilyGuessed(password, own)).toBe(true)
  })

  it.each([
    'elf telescopen in het duin',
    'correct horse battery staple',
    'Zeven uur voor 1 bit',
    'kX9#mQ2$vL',
    'пароль для музея',
    '俳句を一つ書いてください',
  ])('accept %s', (password) => {
    expect(isEasilyGuessed(password, own)).toBe(false)
  })

  it('are kept with argon2id: 19 MiB, two passes, one lane', async () => {
    expect(await hashPassword('elf telescopen in het duin')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('fit their own hash and no other', async () => {
    const hash = await hashPassword('elf telescopen in het duin')
    expect(await passwordFits(hash, 'elf telescopen in het duin')).toBe(true)
    expect(await passwordFits(hash, 'elf telescopen in het duin ')).toBe(false)
  })

  it('are the same whichever keyboard composed the accents', async () => {
    const hash = await hashPassword('caf\u00e9 aan zee'.normalize('NFC'))
    expect(await passwordFits(hash, 'cafe\u0301 aan zee')).toBe(true)
  })

  it('fit nobody when there is no account, after as much work', async () => {
    await passwordFits(undefined, 'warm up')
    const time = async (work: () => Promise<boolean>): Promise<number> => {
      const started = process.hrtime.bigint()
      await work()
      return Number(process.hrtime.bigint() - started)
    }
    const hash = await hashPassword('elf telescopen in het duin')
    const known = await time(() => passwordFits(hash, 'not this one'))
    const unknown = await time(() => passwordFits(undefined, 'not this one'))
    expect(await passwordFits(undefined, 'nobody has this one')).toBe(false)
    expect(unknown).toBeGreaterThan(known / 4)
  })
})
