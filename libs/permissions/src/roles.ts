/** What a member of an organization can be. The first can do everything. */
export const roles = ['owner', 'organizer', 'reviewer', 'moderator', 'door'] as const

export type Role = (typeof roles)[number]

/** Whether a text from outside, such as a request or a database row, names a role. */
export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text)
}
