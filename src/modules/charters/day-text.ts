// Days as papers and sentences have them.

/** 2023年8月20日. */
export const dayText = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
