/** The secret in a link with which somebody invites others to come together. It stands in the fragment, which browsers send to nobody. */
export const togetherToken = (hash: string): string | null => /^#together=([\w-]{1,64})$/.exec(hash)?.[1] ?? null

export const togetherFragment = (token: string): string => `#together=${token}`
