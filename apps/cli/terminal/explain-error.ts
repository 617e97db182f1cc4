/** Errors whose message was written for the person at the terminal. */
const plain = new Set(['PlainError', 'BuildError', 'ConfigError', 'EmbeddedDatabaseError'])

interface SystemError extends Error {
  code?: string
  path?: string
  port?: number
  address?: string
}

/** One line for an error that stops a command: what is wrong and what to do. */
export function explainError(thrown: unknown): string {
  const error = rootOf(thrown)
  if (error.name === 'BuildError') return error.message
  if (plain.has(error.name)) return oneLine(error.message)
  const { code, path, port, address } = error
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken${address ? ` on ${address}` : ''}: stop what uses it, or choose another one with PORT=${Number(port) + 1}.`
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be used by this user: choose one above 1023 with PORT.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}: set HOST to one it has, such as 127.0.0.1.`
  if (path && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS'))
    return `${path} may not be written or read by this user: change its owner or its permissions.`
  if (code === 'ENOSPC') return `The disk is full${path ? ` (${path})` : ''}: make room, then start again.`
  if (code === 'EMFILE') return 'Too many files are open: raise the limit (ulimit -n 4096), then start again.'
  return databaseError(error) ?? `${error.name === 'Error' ? 'It did not work' : error.name}: ${oneLine(error.message)}`
}

/** Says which of the ways in which a PostgreSQL server refuses it was. */
function databaseError({ code, address, port, message }: SystemError): string | undefined {
  if (code === 'ECONNREFUSED') return `Nothing answers on ${address}:${port}: start the server there, or correct DATABASE_URL.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `A server's name could not be found (${oneLine(message)}): correct DATABASE_URL.`
  if (code === '28P01' || code === '28000')
    return `The database refuses the user (${oneLine(message)}): correct the user and password in DATABASE_URL.`
  if (code === '3D000') return `The database does not exist (${oneLine(message)}): create it, or correct DATABASE_URL.`
  if (code === '42501') return `The database's user may not do this (${oneLine(message)}): make it the owner of the database.`
  return undefined
}

/** Libraries wrap what happened; the first error in the chain that we can say something about is the one to tell. */
function rootOf(thrown: unknown): SystemError {
  const error: SystemError = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (plain.has(error.name) || error.code) return error
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0])
  return error.cause instanceof Error ? rootOf(error.cause) : error
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()
