// Writes db/schema.sql: makes an empty database, applies all migrations and describes what came of them.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { paths } from '../src/paths.ts'
import { openDatabase } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startForTests } from '../src/platform/postgres/for-tests.ts'
import { schemaText } from './schema-text.ts'

const cluster = await startForTests()
const database = openDatabase(cluster.url, { connections: 1 })
try {
  const applied = await migrate(database, paths.migrations)
  const text = await schemaText(database)
  writeFileSync(fileURLToPath(new URL('../db/schema.sql', import.meta.url)), text)
  console.log(`✔ db/schema.sql: ${text.split('\n').length} lines after ${applied.length} migrations`)
} finally {
  await database.close()
  await cluster.stop()
}
