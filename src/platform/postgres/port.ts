// Finds a port of this machine that nobody listens on.
import { createServer } from 'node:net'
import { databasePortTaken } from './faults.ts'

/** The demanded port (Problem `database.portTaken` when it is not free), else the remembered one, else any.
 *  */
export async function choosePort(demanded: number | undefined, remembered: number | null): Promise<number> {
  if (demanded !== undefined && (await tryPort(demanded)) === null) throw databasePortTaken(demanded)
  const known = demanded ?? remembered
  return (known === null ? null : await tryPort(known)) ?? (await tryPort(0)) ?? 0
}

/** The port when it is free on 127.0.0.1, else null; 0 asks the system for any. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
