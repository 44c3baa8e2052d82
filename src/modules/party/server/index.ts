// What the rest of the product may use of party (党建).
export { partySources } from './measures.ts'
export { mountParty } from './party-routes.ts'
export { partyWork } from './work.ts'
