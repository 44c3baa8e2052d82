// How long works take that are done one after the other.
import { quantile } from './report.ts'

export type Work = () => Promise<unknown>

/** Milliseconds of each. */
export async function timesOf(works: readonly Work[]): Promise<number[]> {
  const times: number[] = []
  for (const work of works) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times
}

/** The p95 of the best of some rounds, after one that warms up: other work on the machine disturbs some of them. */
export async function p95Of(works: readonly Work[], rounds = 3): Promise<number> {
  await timesOf(works)
  const found: number[] = []
  for (let round = 0; round < rounds; round++) found.push(quantile(await timesOf(works), 0.95))
  return Math.min(...found)
}
