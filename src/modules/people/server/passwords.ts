// Password hashes: argon2id with the library's defaults, which follow OWASP.
import { hash, verify } from '@node-rs/argon2'

export const hashPassword = (password: string): Promise<string> => hash(password)
export const isPassword = (password: string, passwordHash: string): Promise<boolean> =>
  verify(passwordHash, password)

/** Verified against when no such account exists, so that the time of an answer tells nothing. */
export const hashOfNobody = hash('nobody has this password')
