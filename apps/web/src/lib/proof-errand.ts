/** Whose page she left to sign in at her own server. It lives in this tab: somebody else who is handed the way back has nothing here. */
const key = 'tweetup:errand'

export function rememberErrand(personalToken: string): void {
  try {
    sessionStorage.setItem(key, personalToken)
  } catch {
    // The page that she comes back to then asks her to start again from her own.
  }
}

/** The personal token of whoever left from this tab. Reading it changes nothing: a page may be drawn more than once before it stands. */
export function errand(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

export function forgetErrand(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
}

/** Whether somebody has just come back with her account proven. */
export const proofOutcome = (): boolean => location.hash === '#account'
