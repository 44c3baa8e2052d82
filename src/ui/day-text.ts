// Reads a date as people write it into a form: 2021-9-1, 2021.9.1, 2021年9月1日, 20210901, 2021.9.
import { asDay, type Day } from '../kernel/time.ts'

const separated = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})?日?)?$/
const solid = /^(\d{4})(\d{2})(\d{2})$/

/** The day that a text means, or null when there is none. A month without a day counts from its first. */
export function dayFromText(text: string): Day | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const parts = separated.exec(plain) ?? solid.exec(plain)
  if (!parts) return null
  const [, year = '', month = '', day = '1'] = parts
  return asDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
