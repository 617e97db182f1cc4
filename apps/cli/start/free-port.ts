import { createServer } from 'node:net'
import { PlainError } from '../terminal/plain-error.js'

/**
 * Tries the address before anything is started for it, so that a taken port is told at once.
 *
 * @throws the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL)
 */
export async function ensurePortIsFree(port: number, host: string): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port, host }, resolve))
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    if (['ENOTFOUND', 'EAI_AGAIN'].includes(code))
      throw new PlainError(`HOST="${host}" is no address of this machine: set it to one, such as 127.0.0.1.`, { cause })
    throw cause
  }
  await new Promise((resolve) => server.close(resolve))
}

/** A loopback port that nobody uses right now. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
