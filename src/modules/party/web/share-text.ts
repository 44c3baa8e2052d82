// A share in words: cut off, so that nothing short of the whole reads 100%.
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '没有组织' : `${Math.floor((part / whole) * 100)}%`
