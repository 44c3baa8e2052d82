// Password hashes: argon2id with the library's defaults, which follow OWASP.
import argon2 from '@node-rs/argon2'

export const hashPassword = (password: string): Promise<string> => argon2.hash(password)
export const isPassword = (password: string, passwordHash: string): Promise<boolean> =>
  argon2.verify(passwordHash, password)

/** Verified against when no such account exists, so that the time of an answer tells nothing. */
export const hashOfNobody = argon2.hash('nobody has this password')
