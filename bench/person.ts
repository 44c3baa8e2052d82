// A signed-in person who asks the server one thing after the other, and how long each answer took.
import { Agent, type IncomingMessage, request } from 'node:http'
import { demoPassword } from '../src/modules/people/server/index.ts'

export type Answer = {
  body: Buffer
  /** Milliseconds from asking to the first byte of the body, and to the last. */
  first: number
  all: number
}

export type Asker = {
  cookie: string
  get(path: string): Promise<Answer>
  /** With a body: JSON, or a form that carries a file. */
  post(path: string, body?: Blob | object, fileName?: string): Promise<Answer>
  put(path: string, body: object): Promise<Answer>
  json<T>(path: string): Promise<T>
}

/** Signs in as one of the accounts of a demo world. Every answer but 200 is thrown. */
export async function signIn(base: string, loginName: string, password = demoPassword): Promise<Asker> {
  const agent = new Agent({ keepAlive: true })
  const reply = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password }),
  })
  if (!reply.ok) throw new Error(`${loginName} cannot sign in: ${await reply.text()}`)
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const ask = (method: string, path: string, headers: object, body?: Uint8Array) =>
    answerTo(base, { agent, method, path, headers: { cookie, ...headers } }, body)
  const get = (path: string) => ask('GET', path, {})
  return {
    cookie,
    get,
    json: async (path) => JSON.parse((await get(path)).body.toString('utf8')),
    put: async (path, body) => {
      const { bytes, type } = await encoded(body)
      return ask('PUT', path, { 'content-type': type, 'content-length': bytes.length }, bytes)
    },
    post: async (path, body, fileName) => {
      const { bytes, type } = await encoded(body, fileName)
      return ask('POST', path, { 'content-type': type, 'content-length': bytes.length }, bytes)
    },
  }
}

async function encoded(
  body: Blob | object = {},
  fileName = '',
): Promise<{ bytes: Uint8Array; type: string }> {
  if (!(body instanceof Blob)) return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' }
  const form = new FormData()
  form.append('file', body, fileName)
  const made = new Request('http://local/', { method: 'POST', body: form })
  return { bytes: Buffer.from(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' }
}

function answerTo(base: string, options: object, body?: Uint8Array): Promise<Answer> {
  const start = performance.now()
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, ...options }, (reply) =>
      whole(reply, start).then((answer) =>
        reply.statusCode === 200 ? resolve(answer) : reject(new Error(`${reply.statusCode} ${answer.body}`)),
      ),
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

async function whole(reply: IncomingMessage, start: number): Promise<Answer> {
  const chunks: Buffer[] = []
  let first = 0
  for await (const chunk of reply) {
    first ||= performance.now() - start
    chunks.push(chunk as Buffer)
  }
  return { body: Buffer.concat(chunks), first, all: performance.now() - start }
}
