/** A person's name, kept apart from the sentence around it: names come in every script and direction. */
export const PersonName = ({ children }: { children: string }) => <bdi>{children}</bdi>
