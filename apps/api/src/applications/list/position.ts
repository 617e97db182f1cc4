/** Where a page of a list ends: what its last row is sorted by, as text, and the row's id. */
export interface Position {
  readonly key: string
  readonly id: string
}
