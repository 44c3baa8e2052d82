// The PostgreSQL settings of the embedded database: sized for one small machine, and the fast ones for tests.
import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

/** PostgreSQL parameters by name, values as in postgresql.conf. */
export type Flags = Readonly<Record<string, string>>

/** Loses data when the machine (not the process) dies: for throw-away clusters only. */
export const testFlags: Flags = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

const megabyte = 1024 * 1024

/** Settings for a machine with so many bytes of memory. One process of ours uses it, over 127.0.0.1 only. */
export const serverFlags = (port: number, memory = usableMemory()): Flags => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: `${between(64, memory / 8 / megabyte, 2048)}MB`,
  effective_cache_size: `${between(256, memory / 2 / megabyte, 16_384)}MB`,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  jit: 'off',
  random_page_cost: '1.1',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  log_checkpoints: 'off',
  timezone: 'UTC',
  dynamic_shared_memory_type: sharedMemoryType(),
})

/** As arguments of `postgres`. */
export const asArguments = (flags: Flags): string[] =>
  Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)))

/** A container's limit counts, not the memory of the machine around it. */
function usableMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** Parallel queries share memory through /dev/shm, which containers make too small (64 MB). */
function sharedMemoryType(): string {
  if (process.platform !== 'linux') return 'posix'
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize < 256 * megabyte ? 'sysv' : 'posix'
  } catch {
    return 'sysv'
  }
}
