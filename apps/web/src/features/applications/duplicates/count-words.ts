import type { DuplicateList } from '../../../lib/api/types.js'
import { formatNumber } from '../../../lib/i18n/index.js'

/** `12`, or `1,000+` where nobody has counted further. */
export const countWords = ({ count, more }: Pick<DuplicateList, 'count' | 'more'>): string => `${formatNumber(count)}${more ? '+' : ''}`
