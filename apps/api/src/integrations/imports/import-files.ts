/** Where the file of an import lies in the file store. Nobody can download it again. */
export function importPath(id: string): string {
  return `imports/${id.slice(-2)}/${id}.csv`
}
