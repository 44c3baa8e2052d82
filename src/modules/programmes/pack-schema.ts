// The JSON Schema of packs, for editors: completion, hints and marks while a pack is being written.
import { z } from 'zod'
import { programmeMeasures } from './measures.ts'
import { Pack } from './pack.ts'

/** The text of `packs/pack.schema.json`, generated from the same schema that reads packs. */
export function packSchemaText(): string {
  const schema = z.toJSONSchema(Pack, {
    target: 'draft-7',
    io: 'input',
    override: ({ path, jsonSchema }) => {
      if (path.at(-1) === 'count') jsonSchema.examples = Object.keys(programmeMeasures)
    },
  })
  return `${JSON.stringify({ ...schema, title: '聚沙方案包' }, null, 2)}\n`
}
