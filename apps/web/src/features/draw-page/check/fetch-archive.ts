/** The bytes of an archive as they arrive. `progress` hears how much of it is there, where the server says how much it is. */
export async function* fetchArchive(address: string, progress: (part: number) => void): AsyncGenerator<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok || response.body === null) throw new Error(`${address} answered ${response.status}`)
  const total = Number(response.headers.get('content-length') ?? 0)
  const reader = response.body.getReader()
  let received = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    received += value.length
    if (total > 0) progress(Math.min(1, received / total))
    yield value
  }
}
