// Money as whole 分, and how people write it: yuan with at most two decimals.

/** The 分 that a text of yuan means (1,200.5; 1200元; full-width), or null when it means none. Never negative. */
export function fenFromYuan(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥]/g, '')
    .replace(/元$/, '')
  const [, yuan, part = ''] = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain) ?? []
  return yuan === undefined ? null : Number(yuan) * 100 + Number(part.padEnd(2, '0'))
}

/** 1,200 or 1,200.50: without decimals where there are none. */
export const yuanText = (fen: number): string =>
  (fen / 100).toLocaleString('zh-CN', {
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
