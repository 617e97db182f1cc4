/** Fields that every application form has, beside its questions; `sent` is the end of the way through it. */
export const ownFields = ['name', 'email', 'handle', 'consent', 'sent'] as const
