// Decides as whom PostgreSQL runs: it refuses to run as root, so root lends it a user with few rights.
import { readFileSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { noUser } from './faults.ts'

/** A user of this machine by numbers; `name` is for messages. */
export type RunUser = { uid: number; gid: number; name: string }

export const isRoot = (): boolean => process.getuid?.() === 0

/** As whom to run; null: as ourselves. Root takes an existing cluster's owner, else postgres, else nobody.
 *  Problem `database.noUser` when root finds none. */
export function chooseRunUser(cluster: string | null, passwd = readPasswd()): RunUser | null {
  if (!isRoot()) return null
  return (cluster ? ownerOf(cluster, passwd) : null) ?? lentUser(passwd)
}

/** The owner of a folder, unless that is root (copied there by root: it is given to the lent user anew). */
function ownerOf(folder: string, passwd: string): RunUser | null {
  const { uid, gid } = statSync(folder)
  if (uid === 0) return null
  return usersIn(passwd).find((user) => user.uid === uid) ?? { uid, gid, name: String(uid) }
}

/** The user that root lends: `postgres` if there is one, else `nobody`. */
export function lentUser(passwd: string): RunUser {
  const users = usersIn(passwd)
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const user = users.find((one) => one.name === name && one.uid !== 0)
    if (user) return user
  }
  throw noUser()
}

function usersIn(passwd: string): RunUser[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}

/** Whether the user may enter the folder and every folder above it (root's home is 0700). */
export const canEnter = (folder: string, user: RunUser): boolean =>
  may(statSync(folder), user, 0o1) && (dirname(folder) === folder || canEnter(dirname(folder), user))

export const canExecute = (file: string, user: RunUser): boolean =>
  may(statSync(file), user, 0o5) && canEnter(dirname(file), user)

export const canRead = (file: string, user: RunUser): boolean =>
  may(statSync(file), user, 0o4) && canEnter(dirname(file), user)

/** The mode bits decide; the process gets no other groups than `gid`. */
function may(stat: Stats, user: RunUser, bits: number): boolean {
  const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0
  return ((stat.mode >> shift) & bits) === bits
}
