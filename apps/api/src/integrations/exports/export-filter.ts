import type { ApplicationListQuery } from '../../applications/index.js'

/** What of the list is exported: what the page shows when it is asked the same. */
export type ExportFilter = Omit<ApplicationListQuery, 'cursor'>
