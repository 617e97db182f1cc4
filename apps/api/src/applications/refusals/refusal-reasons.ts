/** Why an application was not taken, or only after an effort. */
export const refusalReasons = ['network', 'address', 'domain', 'event', 'effort', 'effortFailed', 'honeypot', 'closed', 'invalid'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** By what the answer was; undefined for what is no refusal of the application: a mistake of ours, or an event that is not there. */
export function reasonOfStatus(status: number): RefusalReason | undefined {
  return { 409: 'closed' as const, 410: 'closed' as const, 422: 'invalid' as const }[status]
}

export function reasonOfLimit(name: string | null): RefusalReason | undefined {
  return refusalReasons.find((reason) => reason === name)
}
