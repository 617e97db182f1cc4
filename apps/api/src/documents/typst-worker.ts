/**
 * Typesets documents in a thread of its own, so that no request waits for one. Only plain type annotations here, and no imports of ours: in
 * tests Node runs this file as it is.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Resvg } from '@resvg/resvg-js'

/** What stands ready for every document: the folder of the templates, and that of the fonts. */
export interface WorkerSettings {
  readonly templates: string
  readonly fonts: string
}

export interface TypesetRequest {
  readonly id: number
  /** File name in the folder of the templates. */
  readonly template: string
  /** Read by the template as JSON: data, never source. */
  readonly data: string
  /** Pictures by the name under which the template reads them. */
  readonly pictures: Readonly<Record<string, Uint8Array>>
  readonly format: 'pdf' | 'png'
}

export type TypesetAnswer = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly error: string }

const settings = workerData as WorkerSettings
const compiler = NodeCompiler.create({ workspace: settings.templates, fontArgs: [{ fontPaths: [settings.fonts] }] })

function typeset(request: TypesetRequest): Uint8Array {
  const shadows = Object.entries(request.pictures).map(([name, bytes]) => ({ path: `${settings.templates}/${name}`, bytes }))
  for (const { path, bytes } of shadows) compiler.mapShadow(path, Buffer.from(bytes))
  try {
    const compiled = compiler.compile({ mainFilePath: `${settings.templates}/${request.template}`, inputs: { data: request.data } })
    const document = compiled.result
    if (document === null) throw new Error(diagnostics(compiled.takeDiagnostics()?.shortDiagnostics))
    if (request.format === 'pdf') return compiler.pdf(document, { pdfStandard: 'ua-1' })
    return new Resvg(compiler.plainSvg(document), { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: 1200 } })
      .render()
      .asPng()
  } finally {
    for (const { path } of shadows) compiler.unmapShadow(path)
    // What the last ten documents did not use is forgotten; the rest of the memory goes when the thread is replaced.
    compiler.evictCache(10)
  }
}

function diagnostics(found: unknown): string {
  return `Typst could not set the document: ${JSON.stringify(found ?? 'no reason given').slice(0, 2000)}`
}

parentPort?.on('message', (request: TypesetRequest) => {
  let answer: TypesetAnswer
  try {
    answer = { id: request.id, bytes: typeset(request) }
  } catch (error) {
    answer = { id: request.id, error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
