// The OpenAPI 3.1 document, generated from the endpoint tables.
import { z } from 'zod'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './kernel/endpoint.ts'

type Json = Record<string, unknown>

let document: Json | null = null

/** Made once: the tables do not change while the program runs. */
export function openApiDocument(): Json {
  document ??= {
    openapi: '3.1.0',
    info: {
      title: '聚沙 Jusha',
      version: '0.1.0',
      description:
        'Everything that the pages do. Sign in with POST /session; the cookie carries the session.',
    },
    servers: [{ url: '/api' }],
    tags: Object.keys(endpoints).map((name) => ({ name })),
    paths: pathsOf(),
    components: { schemas: { Problem: problem } },
  }
  return document
}

function pathsOf(): Json {
  const all: Record<string, Json> = {}
  for (const [tag, table] of Object.entries(endpoints)) {
    for (const [name, endpoint] of Object.entries(table) as [string, Endpoint][]) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
      all[path] = { ...all[path], [endpoint.method.toLowerCase()]: operationOf(tag, name, endpoint) }
    }
  }
  return all
}

function operationOf(tag: string, name: string, endpoint: Endpoint): Json {
  return {
    operationId: `${tag}.${name}`,
    tags: [tag],
    summary: endpoint.summary,
    'x-needs': endpoint.needs,
    parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
    ...bodyOf(endpoint),
    responses: {
      200: answerOf(endpoint),
      default: {
        description: 'A problem, in words',
        content: json({ $ref: '#/components/schemas/Problem' }),
      },
    },
  }
}

function parametersOf(where: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.upload) {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  return endpoint.body
    ? { requestBody: { required: true, content: json(schemaOf(endpoint.body, 'input')) } }
    : {}
}

function answerOf(endpoint: Endpoint): Json {
  if (endpoint.file) {
    return {
      description: 'A file',
      content: { [endpoint.file]: { schema: { type: 'string', format: 'binary' } } },
    }
  }
  return { description: 'Done', content: json(endpoint.returns ? schemaOf(endpoint.returns, 'output') : {}) }
}

const json = (schema: Json): Json => ({ 'application/json': { schema } })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const problem: Json = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', description: 'Stable, for programs' },
    message: { type: 'string', description: 'What is wrong, in Chinese' },
    mend: { type: 'string', description: 'How to mend it, in Chinese' },
    faults: {
      type: 'array',
      items: { type: 'object', properties: { at: { type: 'string' }, message: { type: 'string' } } },
    },
    traceId: { type: 'string' },
  },
}
