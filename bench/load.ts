// A load generator that costs next to nothing beside the servers it loads: plain sockets, 127.0.0.1, bounded.
import { connect, type Socket } from 'node:net'

export type Load = {
  /** `http://127.0.0.1:1234` */
  base: string
  /** Taken in turn. */
  paths: readonly string[]
  cookie?: string
  connections?: number
  milliseconds?: number
}

/** Answers a second. Throws on any answer but 200: a fast refusal is no speed. */
export async function requestsPerSecond(load: Load): Promise<number> {
  const { connections = 10, milliseconds = 1_500 } = load
  const start = performance.now()
  const deadline = start + milliseconds
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, at) => oneSocket(load, at, deadline)),
  )
  return (counts.reduce((sum, count) => sum + count, 0) * 1_000) / (performance.now() - start)
}

function oneSocket({ base, paths, cookie }: Load, first: number, deadline: number): Promise<number> {
  const { hostname, port, host } = new URL(base)
  const heads = paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${headerOf(cookie)}\r\n`)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  let count = 0
  return new Promise((resolve, reject) => {
    const ask = () => socket.write(heads[(first + count) % heads.length] as string)
    eachAnswer(socket, (status) => {
      if (status !== 200) return socket.destroy(new Error(`answered with ${status}`))
      count += 1
      if (performance.now() < deadline) ask()
      else socket.end()
    })
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => resolve(count))
  })
}

const headerOf = (cookie: string | undefined): string => (cookie ? `cookie: ${cookie}\r\n` : '')

/** Cuts the stream into answers by their content-length. */
function eachAnswer(socket: Socket, heard: (status: number) => void): void {
  let waiting: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk
    for (let end = endOfAnswer(waiting); end > 0; end = endOfAnswer(waiting)) {
      const status = Number(waiting.toString('latin1', 9, 12))
      waiting = waiting.subarray(end)
      heard(status)
    }
  })
}

/** 0 while the answer is not complete. */
function endOfAnswer(bytes: Buffer): number {
  const head = bytes.indexOf('\r\n\r\n')
  if (head < 0) return 0
  const length = /\r\ncontent-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1]
  if (length === undefined) throw new Error('an answer without content-length')
  const end = head + 4 + Number(length)
  return bytes.length >= end ? end : 0
}

/**
 * The same load in turn on several servers, round after round, so that whatever else the machine does falls on all
 * alike. Returns the answers a second of each, by round.
 */
export async function interleaved<K extends string>(
  loads: Readonly<Record<K, Load>>,
  rounds: number,
): Promise<Record<K, number[]>> {
  const names = Object.keys(loads) as K[]
  for (const name of names) await requestsPerSecond({ ...loads[name], milliseconds: 2_000 })
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names) found[name].push(await requestsPerSecond(loads[name]))
  return found
}
