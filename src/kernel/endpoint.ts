// The contract of one endpoint, written once and read by the server, the pages and the OpenAPI document.
import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** `public`: no sign-in. `signedIn`: anyone with an account. Otherwise a named action with a rule. */
export type Needs = string

export type EndpointSpec = {
  /** English, for the OpenAPI document. */
  summary: string
  needs: Needs
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** What the answer's JSON looks like; absent for a file. */
  returns?: z.ZodType
  /** A file: its media type. */
  file?: string
  /** The request carries one uploaded file instead of JSON. */
  upload?: true
}

export type Endpoint = EndpointSpec & { method: Method; path: string }
export type EndpointTable = Readonly<Record<string, Endpoint>>

type WithRoute<M extends Method, S> = S & { method: M; path: string }

const route =
  <M extends Method>(method: M) =>
  <const S extends EndpointSpec>(path: string, spec: S): WithRoute<M, S> => ({ method, path, ...spec })

/** Reads: never writes, may be repeated. */
export const get = route('GET')
/** Makes something: a verb that is not create becomes a noun (`/imports/:id/undo`). */
export const post = route('POST')
/** Replaces the whole thing. */
export const put = route('PUT')
export const del = route('DELETE')

type Out<T> = T extends z.ZodType ? z.output<T> : undefined
type In<T> = T extends z.ZodType ? z.input<T> : undefined

/** What the handler receives, after parsing. */
export type Parsed<E extends Endpoint> = {
  params: Out<E['params']>
  query: Out<E['query']>
  body: Out<E['body']>
}
/** What a caller gives. */
export type Given<E extends Endpoint> = {
  params: In<E['params']>
  query: In<E['query']>
  body: In<E['body']>
}
/** What the endpoint answers with. */
export type Answer<E extends Endpoint> = Out<E['returns']>
