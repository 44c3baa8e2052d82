// Where and when each demo world stands: the pack's own place, on a day within its programme.
import type { Day } from '../kernel/time.ts'

export type DemoPlace = {
  /** The day that the demo world takes for today. */
  today: Day
  average: { urban: number; rural: number }
  /** A second county, outside the first officer's reach, so that two officers can be seen side by side. */
  beside: string | null
}

export const demoPlaces: Readonly<Record<string, DemoPlace>> = {
  taicang: { today: '2023-08-25' as Day, average: { urban: 12, rural: 4.8 }, beside: '320583000000' },
  suzhou: { today: '2023-08-25' as Day, average: { urban: 5, rural: 2.2 }, beside: null },
  guangzhou: { today: '2023-08-25' as Day, average: { urban: 6, rural: 4 }, beside: null },
  chongqing: { today: '2020-08-25' as Day, average: { urban: 10.3, rural: 9.8 }, beside: null },
  red: { today: '2022-08-25' as Day, average: { urban: 8.6, rural: 4 }, beside: '320102000000' },
}

export const otherPlace: DemoPlace = {
  today: '2023-08-25' as Day,
  average: { urban: 8, rural: 5 },
  beside: null,
}
