// Starts servers in processes of their own, so that measuring them and being measured do not share a thread.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../src/kernel/time.ts'

/** The statement gives one row with the answer as text in `body`; a value `':id'` is taken from the URL. */
export type BareRoute = { url: string; text: string; values: unknown[] }

export type ToServe = { databaseUrl: string } & (
  | { kind: 'ours'; now?: Instant }
  | { kind: 'bare'; routes: BareRoute[] }
)

/** In MB: what the process holds now, and the most it ever held. */
export type Question = 'memory' | 'peakMemory'

export type Served = { url: string; ask(question: Question): Promise<number>; stop(): Promise<void> }

const entry = fileURLToPath(new URL('served.ts', import.meta.url))

/** Throws when the process ends before it listens. */
export async function startServer(asked: ToServe): Promise<Served> {
  const child = fork(entry, { execArgv: ['--import', 'tsx'] })
  child.send(asked)
  const url = await nextMessage<string>(child)
  return {
    url,
    ask: (question) => {
      child.send(question)
      return nextMessage<number>(child)
    },
    stop: async () => {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** Uses a server of its own and ends it whatever happens. */
export async function withServer<T>(asked: ToServe, work: (served: Served) => Promise<T>): Promise<T> {
  const served = await startServer(asked)
  try {
    return await work(served)
  } finally {
    await served.stop()
  }
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the server under measurement has ended'))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
}
