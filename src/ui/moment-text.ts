// A moment as people in China read it.

/** "2023年8月14日 10:10", by the clock in China wherever the browser stands. */
export const momentText = (at: string | number): string =>
  new Date(at).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
