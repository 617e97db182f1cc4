/** How the description of the API tells what a sentence names; the pages put it into words. */
export const sentenceValues = { type: 'object' as const, additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } }
