/** Works through a list with so many hands at once; stops at the first failure. */
export async function inParallel<T>(items: readonly T[], hands: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
