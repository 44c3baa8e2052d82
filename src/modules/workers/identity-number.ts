// Identity numbers of citizens: whether one can be right, and how much of one is shown. (GB 11643-1999)
import { asDay, type Day } from '../../kernel/time.ts'

/** As it is compared: half-width, without blanks, the check letter in upper case. */
export const foldIdentity = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** What is wrong with an identity number of eighteen characters, in words, or null. `today`: nobody is born later. */
export function identityFault(text: string, today: Day): string | null {
  const number = foldIdentity(text)
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号是 18 位：17 位数字加一位数字或 X'
  if (!/^[1-8]/.test(number)) return '身份证号开头的地区代码不对'
  const born = asDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  if (!born || born > today || born < '1900-01-01') return '身份证号第 7 至 14 位的出生日期不存在'
  return checkOf(number) === number[17] ? null : '身份证号最后一位与前面的数字不符，请核对'
}

/** The eighteenth character: ISO 7064 MOD 11-2 over the first seventeen. */
export function checkOf(number: string): string {
  let sum = 0
  for (let place = 0; place < 17; place++) sum += Number(number[place]) * (2 ** (17 - place) % 11)
  return '10X98765432'[sum % 11] ?? ''
}

/** The first six and the last four characters. (Data protection, domain rules 11) */
export const maskIdentity = (number: string): string => `${number.slice(0, 6)}********${number.slice(-4)}`
