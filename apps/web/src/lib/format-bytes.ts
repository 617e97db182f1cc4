import { formatDecimal } from './i18n/index.js'

/** "214 kB", "1.4 MB". */
export const formatBytes = (bytes: number, locale: 'en' | 'nl'): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${formatDecimal(bytes / 1_000_000, locale)} MB`
