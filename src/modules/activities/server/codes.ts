// Codes that people read off a screen and type again: no letters that look alike.
import { createHmac, randomInt } from 'node:crypto'

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** So many letters that nobody guesses: eight are one of 850,000,000,000. */
export const randomCode = (length = 8): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** As it was made, however it was typed. */
export const foldCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** By which the same number is known again, and from which it cannot be told without the installation's secret. */
export const hashPhone = (phone: string, secret: string): string =>
  createHmac('sha256', `phone:${secret}`).update(phone).digest('base64url')
