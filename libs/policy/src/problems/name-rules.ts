import { repeated, type Rule } from './problem.js'

const namePattern = /^[a-z0-9-]{1,16}$/

/** Ids and tags stand in public files (draw protocol section 3), where a lone `-` means "none". */
export function nameRule(path: string, name: string): Rule {
  return [!namePattern.test(name) || name === '-', path, 'idForm', { id: name }]
}

/** Ids of a list: well formed, and each there once. */
export function idRules(path: string, items: readonly { readonly id: string }[]): readonly Rule[] {
  const twice = repeated(items.map(({ id }) => id))
  return [
    ...items.map(({ id }, index) => nameRule(`${path}.${index}.id`, id)),
    ...twice.map((index): Rule => [true, `${path}.${index}.id`, 'idTwice', { id: items[index]?.id ?? '' }]),
  ]
}
