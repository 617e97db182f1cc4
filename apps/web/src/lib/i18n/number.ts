/** Groups of three with a narrow space, the same in both languages: 2 318. */
export const formatNumber = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value).replaceAll(',', '\u202f')
