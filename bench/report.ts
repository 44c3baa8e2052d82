// How a bench hands over what it measured; bin/bench.ts makes one table of it.

/** Each call is one row of the table: what was measured, the figure, and what it must reach. */
export type Report = {
  /** `report.atMost('search by two characters, p95', 12.3, 20, 'ms')` */
  atMost(what: string, measured: number, limit: number, unit: string): void
  /** `report.atLeast('one organization by id, ratio to a bare route', 0.71, 0.6, '×')` */
  atLeast(what: string, measured: number, limit: number, unit: string): void
  /** For what is not one number: `report.holds('equal to the naive recount', '38 of 38 counties', 'all', true)` */
  holds(what: string, measured: string, mustReach: string, ok: boolean): void
}

/** What a file `bench/*.bench.ts` exports. It cleans up after itself, and throws when it could not measure. */
export type Bench = { run(report: Report): Promise<void> }

/** The sample that a share of all do not exceed: `quantile(times, 0.95)`. Throws when there are none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) throw new Error('no samples')
  return found
}
