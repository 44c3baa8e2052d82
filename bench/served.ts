// A server in a process of its own: ours, or the bare one that ours is compared with. Started by `bench/processes.ts`.
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { paths } from '../src/paths.ts'
import { openDatabase } from '../src/platform/db.ts'
import { keepMemorySmall } from '../src/platform/memory.ts'
import { buildServer } from '../src/server.ts'
import type { Question, ToServe } from './processes.ts'

process.once('message', (asked: ToServe) => void serve(asked))
process.on('disconnect', () => process.exit())

async function serve(asked: ToServe): Promise<void> {
  const app = asked.kind === 'ours' ? await ours(asked) : bare(asked)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', (question: Question) => process.send?.(answers[question]()))
  process.send?.(url)
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

const answers: Record<Question, () => number> = {
  memory: () => megabytes(process.memoryUsage().rss),
  peakMemory: () => megabytes(process.resourceUsage().maxRSS * 1024),
}

/** As `serve` builds it. */
function ours({ databaseUrl, now }: ToServe & { kind: 'ours' }): Promise<FastifyInstance> {
  keepMemorySmall()
  return buildServer(openDatabase(databaseUrl), { web: paths.web, ...(now ? { clock: () => now } : {}) })
}

/** Fastify and `pg`, nothing else: each route runs its statement and sends the text that it gives. */
function bare({ databaseUrl, routes }: ToServe & { kind: 'bare' }): FastifyInstance {
  const app = Fastify()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=UTC -c jit=off' })
  for (const { url, text, values } of routes) {
    app.get(url, async (request, reply) => {
      const { id } = request.params as { id?: string }
      const { rows } = await pool.query({
        text,
        values: values.map((value) => (value === ':id' ? id : value)),
      })
      return reply.type('application/json; charset=utf-8').send(rows[0].body)
    })
  }
  return app
}
