/** What stands in one field of a sheet. A number stays one, so that it can be summed. */
export type Cell = string | number | null

/** The rows of a sheet in pieces of some hundred; the first row of the first piece is not special. */
export type Rows = AsyncIterable<readonly (readonly Cell[])[]>
