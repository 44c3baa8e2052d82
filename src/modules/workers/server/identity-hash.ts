// By what an identity number is known again, without being kept.
import { createHmac } from 'node:crypto'
import type { Db } from '../../../platform/db.ts'
import { foldIdentity } from '../identity-number.ts'
import { identitySalt } from './reward-writes-store.ts'

/** HMAC-SHA-256 under this installation's salt, in hexadecimal: the same number gives the same text, and no way back. */
export async function hashIdentity(db: Db, number: string): Promise<string> {
  return createHmac('sha256', `identity:${await identitySalt(db)}`)
    .update(foldIdentity(number))
    .digest('hex')
}
