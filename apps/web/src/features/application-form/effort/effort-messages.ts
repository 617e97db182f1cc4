/** What the worker tells: how much of the sum is done, from 0 to 1, and at last what the server wants to see. */
export type EffortMessage = { kind: 'progress'; share: number } | { kind: 'solved'; solution: string }
