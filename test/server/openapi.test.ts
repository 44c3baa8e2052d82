// The document of the interface: valid OpenAPI 3.1, all endpoints, and true to what the server answers.
import { Validator } from '@seriousme/openapi-schema-validator'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/endpoints.ts'
import type { Endpoint } from '../../src/kernel/endpoint.ts'
import { testServer } from '../client.ts'
import { useDatabase } from '../database.ts'

type Operation = {
  operationId: string
  summary: string
  'x-needs': string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content: Record<string, { schema: object }> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

const database = useDatabase('empty')
let app: FastifyInstance
let document: Document

beforeAll(async () => {
  app = await testServer(database())
  document = (await app.inject('/api/openapi.json')).json()
})

const all = Object.entries(endpoints).flatMap(([module, table]) =>
  Object.entries(table).map(([name, endpoint]) => ({
    id: `${module}.${name}`,
    endpoint: endpoint as Endpoint,
  })),
)

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('The document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document))
    expect(result).toEqual({ valid: true })
    expect(document.openapi).toMatch(/^3\.1\./)
  })

  it('would be found out if it were not', async () => {
    const broken = structuredClone(document) as { paths: Record<string, unknown> }
    broken.paths['/organizations'] = { get: { operationId: 1 } }
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
  })

  it('names every operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort())
  })

  it('is made for everybody who asks, signed in or not', async () => {
    const reply = await app.inject('/api/openapi.json')
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, expect.stringContaining('json')])
  })
})

describe.each(all)('$id', ({ id, endpoint }) => {
  const found = () => {
    const one = operations().find(({ operation }) => operation.operationId === id)
    if (!one) throw new Error(`${id} is not in the document`)
    return one
  }

  it('stands under its method and path, with its action and every parameter of the path', () => {
    const { path, method, operation } = found()
    expect(method.toUpperCase()).toBe(endpoint.method)
    expect(path).toBe(endpoint.path.replace(/:(\w+)/g, '{$1}'))
    expect(operation['x-needs']).toBe(endpoint.needs)
    expect(operation.summary.length).toBeGreaterThan(5)
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `{${name}}`).sort()).toEqual([...(path.match(/\{\w+\}/g) ?? [])].sort())
    expect(inPath.every(({ required }) => required)).toBe(true)
  })

  it('says what it takes and what it answers with', () => {
    const { operation } = found()
    const taken = Object.keys(operation.requestBody?.content ?? {})
    expect(taken).toEqual(
      endpoint.upload ? ['multipart/form-data'] : endpoint.body ? ['application/json'] : [],
    )
    const given = operation.responses['200']?.content ?? {}
    expect(Object.keys(given)).toEqual([endpoint.file ?? 'application/json'])
    const schemas = Object.values(given).map(({ schema }) => schema)
    expect(schemas.every((schema) => Object.keys(schema).length > 0)).toBe(true)
    expect(operation.responses.default?.content).toHaveProperty('application/json')
  })

  it('is served', async () => {
    const url = `/api${endpoint.path.replace(/:\w+/g, 'x')}`
    const reply = await app.inject({ method: endpoint.method, url })
    expect(reply.json()).not.toMatchObject({ code: 'noEndpoint' })
  })
})

describe('What is not in the document', () => {
  it.each([
    ['GET', '/api/nothing'],
    ['PATCH', '/api/organizations'],
    ['POST', '/api/areas/320585000000'],
    ['GET', '/api/'],
  ] as const)('%s %s is answered with where to look', async (method, url) => {
    const reply = await app.inject({ method, url })
    expect([reply.statusCode, reply.json()]).toMatchObject([404, { code: 'noEndpoint' }])
  })
})
