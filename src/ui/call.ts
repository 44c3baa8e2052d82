// The one way a page asks the server: typed by the endpoint's contract, failing with words for a person.
import type { Answer, Endpoint, Given } from '../kernel/endpoint.ts'
import type { Fault, ProblemBody } from '../kernel/problem.ts'

/** What went wrong with a call, as the server said it. Status 0: the server was not reached. */
export class CallProblem extends Error {
  readonly status: number
  readonly code: string
  readonly mend: string | undefined
  readonly faults: Fault[]
  readonly traceId: string | undefined

  constructor(status: number, body: ProblemBody & { traceId?: string }) {
    super(body.message)
    this.name = 'CallProblem'
    this.status = status
    this.code = body.code
    this.mend = body.mend
    this.faults = body.faults ?? []
    this.traceId = body.traceId
  }
}

type Part<K extends string, T> = [T] extends [undefined]
  ? { [P in K]?: undefined }
  : Record<never, never> extends T
    ? { [P in K]?: T }
    : { [P in K]: T }

type UploadPart<E extends Endpoint> = E extends { upload: true }
  ? { file: Blob; fileName?: string }
  : { file?: undefined }

/** What a call needs besides the endpoint: the parts that its contract names, and a signal to give up. */
export type CallInput<E extends Endpoint> = Part<'params', Given<E>['params']> &
  Part<'query', Given<E>['query']> &
  Part<'body', Given<E>['body']> &
  UploadPart<E> & { signal?: AbortSignal | undefined }

type Input = {
  params?: unknown
  query?: unknown
  body?: unknown
  file?: Blob | undefined
  fileName?: string
  signal?: AbortSignal | undefined
}

type Rest<E extends Endpoint> =
  Record<never, never> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>]

/** Calls an endpoint and gives its answer. Throws `CallProblem`, or an `AbortError` when the signal fired. */
export async function call<E extends Endpoint>(endpoint: E, ...[input]: Rest<E>): Promise<Answer<E>> {
  const given = (input ?? {}) as Input
  const response = await reach(urlOf(endpoint, given), requestOf(endpoint, given))
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Answer<E>
}

/** The address of an endpoint, for links to files and for calls. Lists in the query repeat the key. */
export function urlOf(
  endpoint: Pick<Endpoint, 'path'>,
  given: { params?: unknown; query?: unknown } = {},
): string {
  const params = (given.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = searchOf((given.query ?? {}) as Record<string, unknown>)
  return `/api${path}${query && `?${query}`}`
}

/** Query text with empty values left out, so that equal filters have equal addresses. */
export function searchOf(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
    }
  }
  return search.toString()
}

function requestOf(endpoint: Endpoint, given: Input): RequestInit {
  const request: RequestInit = { method: endpoint.method, credentials: 'same-origin' }
  if (given.signal) request.signal = given.signal
  if (given.file) return { ...request, body: formOf(given.file, given.fileName) }
  if (given.body === undefined) return request
  return { ...request, headers: { 'content-type': 'application/json' }, body: JSON.stringify(given.body) }
}

function formOf(file: Blob, name?: string): FormData {
  const form = new FormData()
  form.append('file', file, name ?? (file instanceof File ? file.name : 'file'))
  return form
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new CallProblem(0, {
      code: 'network',
      message: '连不上服务器',
      mend: '请检查网络，稍后再试一次；已经填写的内容还在',
    })
  }
}

async function problemOf(response: Response): Promise<CallProblem> {
  const body: unknown = await response.json().catch(() => null)
  return new CallProblem(response.status, isProblemBody(body) ? body : unexpected(response.status))
}

const isProblemBody = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'message' in body && 'code' in body

const unexpected = (status: number): ProblemBody => ({
  code: 'unexpected',
  message: `服务器没有正常回答（${status}）`,
  mend: '请稍后再试；若一直这样，请告诉管理员',
})
