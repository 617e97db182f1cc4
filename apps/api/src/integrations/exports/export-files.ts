import type { Export, ExportFormat } from './export.repository.js'

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Where an export lies in the file store; no address leads there but the one that asks who is asking. */
export function exportPath({ id, format }: Pick<Export, 'id' | 'format'>): string {
  return `exports/${id.slice(-2)}/${id}.${format}`
}
