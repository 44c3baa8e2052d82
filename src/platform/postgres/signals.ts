// Stops what runs beside us when we are told to end and nobody else listens, as during a short command.
import { constants } from 'node:os'

type Stop = () => Promise<void>

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const stops = new Set<Stop>()

/** Calls `stop` before the process ends by SIGINT, SIGTERM or SIGHUP. Whoever listens for the signal
 *  itself ends the process as it likes, and has to call `stop`. Returns what takes this back. */
export function stopBeforeEnd(stop: Stop): () => void {
  if (stops.size === 0) for (const signal of signals) process.on(signal, end)
  stops.add(stop)
  return () => {
    const last = stops.delete(stop) && stops.size === 0
    if (last) for (const signal of signals) process.off(signal, end)
  }
}

async function end(signal: NodeJS.Signals): Promise<void> {
  if (process.listenerCount(signal) > 1) return
  await Promise.allSettled([...stops].map((stop) => stop()))
  process.exit(128 + constants.signals[signal])
}
