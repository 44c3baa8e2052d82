// Phone numbers and names as others may see them, and how a masked one is told from a changed one. (domain.md §11)

const mobile = /^(\d{3})\d{4}(\d{4})$/

/** First three and last four digits of a mobile number; of anything else the last two stay. */
export function maskPhone(phone: string): string {
  if (mobile.test(phone)) return phone.replace(mobile, '$1****$2')
  return phone.length <= 2 ? '**' : `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}`
}

/** 张**: enough to compare with a paper, too little to find somebody by. */
export function maskName(name: string): string {
  const [first = '', ...others] = [...name]
  return first + '*'.repeat(Math.max(1, Math.min(others.length, 3)))
}

export const isMasked = (phone: string): boolean => phone.includes('*')

/** The number to store: a masked one that fits what is on record leaves it as it is. */
export function unmask(given: string | null, onRecord: string | null): string | null {
  if (given === null || !isMasked(given)) return given
  return onRecord !== null && maskPhone(onRecord) === given ? onRecord : given
}
