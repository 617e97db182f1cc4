import { waitFor } from './wait-for.js'

export interface StreamedEvent {
  readonly event: string
  readonly data: unknown
}

/** A stream of server-sent events that a signed-in visitor reads. */
export interface EventStream {
  readonly status: number
  readonly events: readonly StreamedEvent[]
  /** Whether the server has ended it. */
  readonly ended: () => boolean
  /** Waits for a state of which this holds. */
  until(holds: (state: unknown) => boolean, within?: number): Promise<unknown>
  close(): void
}

export async function openEventStream(url: string, session: string | undefined): Promise<EventStream> {
  const abort = new AbortController()
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin', cookie: `tweetup=${session}` },
    signal: abort.signal,
  })
  const events: StreamedEvent[] = []
  let ended = false
  void read(response, events)
    .catch(() => undefined)
    .finally(() => (ended = true))
  return {
    status: response.status,
    events,
    ended: () => ended,
    until: (holds, within = 8000) =>
      waitFor(() => events.findLast(({ event, data }) => event === 'state' && holds(data))?.data as object | undefined, { within }),
    close: () => abort.abort(),
  }
}

async function read(response: Response, events: StreamedEvent[]): Promise<void> {
  let waiting = ''
  const text = response.body?.pipeThrough(new TextDecoderStream())
  for await (const chunk of text ?? []) {
    const parts = (waiting + chunk).split('\n\n')
    waiting = parts.pop() ?? ''
    for (const part of parts) {
      const [, event = '', data = '{}'] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? []
      events.push({ event, data: JSON.parse(data) as unknown })
    }
  }
}
