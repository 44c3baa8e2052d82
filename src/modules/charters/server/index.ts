// What the rest of the product may use of charters (章程).
export { charterInForce } from './charter-store.ts'
export { mountCharters } from './charters-routes.ts'
export { charterSources } from './measures.ts'
export { chartersWork } from './work.ts'
