// What the rest of the product may use of charters (章程).
export { mountCharters } from './charters-routes.ts'
