// A schema as an indented list: name, kind of value, whether it must be there.
import type { ReactNode } from 'react'
import { kindWords, type OpenApi, resolved, type Schema } from './openapi.ts'

type Props = { schema: Schema; document: OpenApi; root?: Schema; depth?: number }

/** Deeper than this nothing is shown: schemas that contain themselves end here. */
const deepest = 6

export function SchemaView({ schema, document, root = schema, depth = 0 }: Props): ReactNode {
  const inner = resolved(schema, document, root)
  const fields = fieldsOf(inner, document, root)
  if (depth > deepest) return null
  if (!fields) return depth === 0 ? <p className="schema-kind">{kindWords(inner)}</p> : null
  return (
    <ul className="schema">
      {fields.map(({ name, field, required }) => (
        <li key={name}>
          <code>{name}</code>{' '}
          <span className="schema-kind">{kindWords(resolved(field, document, root))}</span>
          {required && <span className="schema-required">必有</span>}
          {field.description && <span className="faint"> {field.description}</span>}
          <SchemaView schema={field} document={document} root={root} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}

type Field = { name: string; field: Schema; required: boolean }

/** The fields inside a schema, looking through lists and alternatives; null when it has none. */
function fieldsOf(schema: Schema, document: OpenApi, root: Schema): Field[] | null {
  const inner = resolved(schema, document, root)
  if (inner.properties) {
    const required = inner.required ?? []
    return Object.entries(inner.properties).map(([name, field]) => ({
      name,
      field,
      required: required.includes(name),
    }))
  }
  const inside = [inner.items, ...(inner.anyOf ?? []), ...(inner.oneOf ?? []), ...(inner.allOf ?? [])]
  const found = inside.flatMap((one) => (one ? (fieldsOf(one, document, root) ?? []) : []))
  return found.length > 0 ? found : null
}
