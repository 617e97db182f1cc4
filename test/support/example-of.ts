/** The parts of an OpenAPI schema that an example needs. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly example?: unknown
  readonly minLength?: number
  readonly minimum?: number
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** A value that fits a schema of the API's description, with what it requires and nothing else. */
export function exampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown {
  if (schema.$ref) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas)
  if (schema.allOf?.[0]) return exampleOf(schema.allOf[0], schemas)
  if (schema.example !== undefined) return schema.example
  if (schema.enum?.[0] !== undefined) return schema.enum[0]
  switch (schema.type) {
    case 'array':
      return []
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'string':
      return exampleText(schema)
    case undefined:
    default:
      return Object.fromEntries((schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {}, schemas)]))
  }
}

function exampleText({ format, minLength = 0 }: Schema): string {
  if (format === 'uuid') return '00000000-0000-7000-8000-000000000000'
  if (format === 'email') return 'somebody@nowhere.example'
  if (format === 'uri') return 'https://nowhere.example/'
  if (format === 'date-time') return '2027-05-01T10:00:00Z'
  return 'a long enough text to fit'.padEnd(minLength, 'x')
}
