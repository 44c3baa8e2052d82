// What the rest of the product may use of dated records (记录).
export { expectRecords } from './expected-store.ts'
export { recordSources } from './measures.ts'
export { mountRecords } from './records-routes.ts'
export { recordsWork } from './work.ts'
