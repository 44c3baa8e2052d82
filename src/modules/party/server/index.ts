// What the rest of the product may use of party (党建).
export { mountParty } from './party-routes.ts'
