/** So many fit side by side. */
export const mostCompared = 4

/** How an application is called beside the others: A, B, C, D. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)
