import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'
// The library would fetch its reader from somebody else's server; this one is the same build, served from here.
import readerUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

let detector: Promise<BarcodeDetector> | undefined

async function load(): Promise<BarcodeDetector> {
  await prepareZXingModule({ overrides: { locateFile: () => readerUrl }, fireImmediately: true })
  return new BarcodeDetector({ formats: ['qr_code'] })
}

/** The text of a QR code in the picture, or null. Loads the reader on first use. */
export async function readCode(picture: HTMLVideoElement): Promise<string | null> {
  const [found] = await (await (detector ??= load())).detect(picture)
  return found?.rawValue ?? null
}
