import { describe, expect, it } from '@jest/globals'
import { checkBundle } from '../../test/check-bundle.js'
import { drawnByTrialBeacon } from '../../test/trial-draw.js'
import { bundleFromJson } from './bundle-from-json.js'

const trial = await drawnByTrialBeacon()

describe('a bundle as one JSON document', () => {
  it('gives the same files', () => {
    const { manifest, entries, log, files } = trial
    const lines = new TextDecoder().decode(entries.file).trimEnd().split('\n')
    expect(bundleFromJson(JSON.stringify({ bundle: { manifest, entries: lines, log } }, null, 2))).toEqual(files)
    expect(bundleFromJson(JSON.stringify({ bundle: { manifest, entries: lines, excluded: [], log } })).excluded).toEqual(new Uint8Array(0))
  })

  it.each([
    ['no JSON', '{', 'is not JSON'],
    ['no bundle', '{}', 'bundle must be an object'],
    ['no manifest', '{"bundle":{"entries":[],"log":[]}}', 'bundle.manifest must be an object'],
    ['entries that are no list', '{"bundle":{"manifest":{},"entries":"x","log":[]}}', 'bundle.entries must be a list of lines'],
    ['a line that is no text', '{"bundle":{"manifest":{},"entries":[1],"log":[]}}', 'bundle.entries[0] must be a line of text'],
    ['a log that is no list', '{"bundle":{"manifest":{},"entries":[],"log":{}}}', 'bundle.log must be a list'],
    ['nesting without end', `{"bundle":{"manifest":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}},"entries":[],"log":[]}}`, 'nested'],
    ['lists without end', '['.repeat(1_000_000), 'nested deeper than 32'],
    ['more than 32 MB', ' '.repeat(33_554_433), 'has 33554433 characters, as JSON it may have 33554432'],
    ['a byte order mark', '\uFEFF{"bundle":{"manifest":{},"entries":[],"log":[]}}', 'begins with a byte order mark'],
    ['a key twice', '{"bundle":{"manifest":{"seats":5,"seats":1},"entries":[],"log":[]}}', 'repeats the key "seats"'],
    [
      'a key twice in two spellings',
      '{"bundle":{"manifest":{},"entries":[],"log":[{"seq":1, "s\\u0065q" :1}]}}',
      'repeats the key "s\\u0065q"',
    ],
    ['two manifests', '{"bundle":{"manifest":{},"manifest":{},"entries":[],"log":[]}}', 'character 25 repeats the key "manifest"'],
    ['two bundles', '{"bundle":{"manifest":{},"entries":[],"log":[]},"bundle":{}}', 'repeats the key "bundle"'],
    ...['1.0', '1e3', '-0', '1000.0000000000000001', '1E0', '1.5', '9007199254740993', '1e400', '1e+21'].map(
      (number): [string, string, string] => [
        `the number ${number}`,
        `{"bundle":{"manifest":{"a":[7,"\\"",${number}]},"entries":[],"log":[]}}`,
        `has the number ${number};`,
      ],
    ),
    ['a line feed within a line', '{"bundle":{"manifest":{},"entries":["a\\nb"],"log":[]}}', 'bundle.entries[0] holds a character outside'],
    [
      'a carriage return',
      '{"bundle":{"manifest":{},"entries":[],"excluded":["a","b\\r"],"log":[]}}',
      'bundle.excluded[1] holds a character outside',
    ],
    ['half a character', '{"bundle":{"manifest":{},"entries":["\\ud800"],"log":[]}}', 'bundle.entries[0] holds a character outside'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => bundleFromJson(text)).toThrow(message)
  })

  it('may have anything beside the bundle', () => {
    const { files, manifest, entries, log } = trial
    const lines = new TextDecoder().decode(entries.file).trimEnd().split('\n')
    const bundle = JSON.stringify({ log, entries: lines, manifest }, null, '\t ')
    const beside = `"a":1.0,"a":{"bundle":-0,"x":[1e3,{"y":1,"y":"\\"}"}],"x":"é"}`
    expect(bundleFromJson(`{${beside}, "bundle" : ${bundle} ,"expect":{"bundle":{"k":1,"k":1.50}}}\n`)).toEqual(files)
  })

  it('hands on what canonical JSON cannot say, so that its check names it', async () => {
    const checked = await checkBundle(bundleFromJson('{"bundle":{"manifest":{"event":"café"},"entries":[],"log":[]}}'))
    expect(checked.failed).toEqual(['form'])
    expect(checked.steps[0]?.detail).toContain('is not ASCII')
  })
})
