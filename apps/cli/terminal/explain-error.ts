/** What TLS says of a server that is perhaps not the one it should be. */
const badCertificates = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

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
    return `Port ${port} is taken${address ? ` on ${address}` : ''}: stop what uses it, or choose another one with PORT=${anotherPort(Number(port))}.`
  if (code === 'EACCES' && port !== undefined) return `Port ${port} may not be used by this user: choose one above 1023 with PORT.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}: set HOST to one it has, such as 127.0.0.1.`
  if (path && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS'))
    return `${path} may not be written or read by this user: change its owner or its permissions.`
  if (code === 'ENOSPC') return `The disk is full${path ? ` (${path})` : ''}: make room, then start again.`
  if (code === 'EMFILE') return 'Too many files are open: raise the limit (ulimit -n 4096), then start again.'
  return databaseError(error) ?? `${error.name === 'Error' ? 'It did not work' : error.name}: ${oneLine(error.message)}`
}

/** The next one; of the last there is none. */
const anotherPort = (port: number): number => (port < 65_535 ? port + 1 : port - 1)

/** Says which of the ways in which a PostgreSQL server refuses it was. */
function databaseError({ code, address, port, message }: SystemError): string | undefined {
  if (code === 'ECONNREFUSED') return `Nothing answers on ${address}:${port}: start the server there, or correct DATABASE_URL.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `A server's name could not be found (${oneLine(message)}): correct DATABASE_URL.`
  if (code === '28P01' || code === '28000')
    return `The database refuses the user (${oneLine(message)}): correct the user and password in DATABASE_URL.`
  // The library's words, which have no code.
  if (/client password must be a/.test(message))
    return 'The database asks for a password, and DATABASE_URL has none: write it as postgres://user:password@host:5432/tweetup.'
  if (message === 'The server does not support SSL connections')
    return 'The database offers no TLS, and DATABASE_URL asks for it: switch it on in the server (ssl = on), or on a network that you trust leave sslmode out of DATABASE_URL.'
  if (code && badCertificates.has(code))
    return `The database's certificate cannot be trusted (${oneLine(message)}): name the authority that issued it with sslrootcert=/path/to/ca.pem in DATABASE_URL, and the server by the name in the certificate.`
  // 57P01 to 57P03: an administrator ends the connection, the server stops or it is still starting.
  if (message === 'Connection terminated unexpectedly' || code?.startsWith('57P0'))
    return `The database takes no more queries on this connection (${oneLine(message)}): its log says why. Start again once it runs.`
  if (code === '53300')
    return `The database takes no more connections (${oneLine(message)}): lower DATABASE_POOL, or raise the limit of the role (alter role … connection limit …) or of the server (max_connections).`
  if (code === '3D000') return `The database does not exist (${oneLine(message)}): create it, or correct DATABASE_URL.`
  if (code === '42501') return `The database's user may not do this (${oneLine(message)}): make it the owner of the database.`
  return undefined
}

/** Libraries wrap what happened; the first error in the chain that we can say something about is the one to tell. */
function rootOf(thrown: unknown): SystemError {
  // It has the code of its first error, but not where that happened.
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return rootOf(thrown.errors[0])
  const error: SystemError = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (plain.has(error.name) || error.code) return error
  return error.cause instanceof Error ? rootOf(error.cause) : error
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()
