import type { Beacon, DrandRound } from '#draw'

const timeoutMs = 5000
const largestAnswer = 4096

/** Asks one relay for a round, as drand's HTTP protocol has it. Throws when there is no well-formed answer in time. */
export async function fetchRound(relay: string, { chainHash, round }: Beacon): Promise<DrandRound> {
  const response = await fetch(`${relay}/${chainHash}/public/${round}`, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  const answer: unknown = JSON.parse(await readText(response))
  if (!isRound(answer) || answer.round !== round) throw new Error(`did not answer with round ${round}`)
  return answer
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largestAnswer) throw new Error(`answered with more than ${largestAnswer} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function isRound(value: unknown): value is DrandRound {
  if (typeof value !== 'object' || value === null) return false
  return 'round' in value && typeof value.round === 'number' && 'signature' in value && typeof value.signature === 'string'
}
