/** What one reviewer gave one application: 1 to 5 points per criterion. */
export interface Scored {
  readonly applicationId: string
  readonly reviewerId: string
  readonly points: Readonly<Record<string, number>>
}

/** A criterion as far as it counts. */
export interface WeighedCriterion {
  readonly id: string
  readonly weight: number
}

export const lowestPoint = 1
export const highestPoint = 5
