// How a call becomes a request, and how a refusal becomes words.
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { get, post } from '../kernel/endpoint.ts'
import { CallProblem, call, searchOf, urlOf } from './call.ts'

const list = get('/things', {
  summary: '',
  needs: 'public',
  query: z.object({ q: z.string().optional() }),
  returns: z.object({}),
})
const one = get('/things/:id/parts', { summary: '', needs: 'public', params: z.object({ id: z.string() }) })
const make = post('/things', {
  summary: '',
  needs: 'public',
  body: z.object({ name: z.string() }),
  returns: z.object({ id: z.int() }),
})
const send = post('/files', { summary: '', needs: 'public', upload: true, returns: z.object({}) })

afterEach(() => vi.unstubAllGlobals())

function answering(status: number, body: string) {
  const fetched = vi.fn(async (_url: string, _request: RequestInit) => new Response(body, { status }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('lists repeat their key and empty values leave the address', () => {
  expect(searchOf({ tier: ['filed', 'guided'], q: '', area: undefined, hub: false })).toBe(
    'tier=filed&tier=guided&hub=false',
  )
  expect(urlOf(list, { query: { q: '合唱 队' } })).toBe('/api/things?q=%E5%90%88%E5%94%B1+%E9%98%9F')
  expect(urlOf(list)).toBe('/api/things')
})

test('a parameter cannot leave its place in the address', () => {
  expect(urlOf(one, { params: { id: '../a?b' } })).toBe('/api/things/..%2Fa%3Fb/parts')
})

test('a body travels as JSON and the answer comes back', async () => {
  const fetched = answering(200, '{"id":7}')
  expect(await call(make, { body: { name: '夕阳红' } })).toEqual({ id: 7 })
  const [url, request] = fetched.mock.calls[0] ?? []
  expect([url, request?.method, request?.body]).toEqual(['/api/things', 'POST', '{"name":"夕阳红"}'])
})

test('an upload travels as the form field "file" under its own name', async () => {
  const fetched = answering(200, '{}')
  await call(send, { file: new Blob(['a']), fileName: '名录.csv' })
  const form = fetched.mock.calls[0]?.[1].body
  expect(form instanceof FormData && form.get('file')).toMatchObject({ name: '名录.csv', size: 1 })
})

test('a refusal keeps the words, the places and the mend of the server', async () => {
  answering(
    422,
    JSON.stringify({
      code: 'a.b',
      message: '不行',
      mend: '改一下',
      faults: [{ at: 'name', message: '太长' }],
    }),
  )
  const problem = await call(list).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(CallProblem)
  expect(problem).toMatchObject({
    status: 422,
    code: 'a.b',
    message: '不行',
    mend: '改一下',
    faults: [{ at: 'name' }],
  })
})

test('an answer that is not ours is still put into words', async () => {
  answering(502, '<html>bad gateway</html>')
  const problem = await call(list).catch((error: unknown) => error)
  expect(problem).toMatchObject({ status: 502, code: 'unexpected', message: expect.stringContaining('502') })
})

test('a server that is not reached is a problem with status 0, a call given up is not', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await call(list).catch((error: unknown) => error)).toMatchObject({ status: 0, code: 'network' })
  vi.stubGlobal('fetch', async () => Promise.reject(new DOMException('stop', 'AbortError')))
  expect(await call(list).catch((error: unknown) => error)).toMatchObject({ name: 'AbortError' })
})
