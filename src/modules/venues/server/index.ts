// What the rest of the product may use of venues (场地).
export { venueSources } from './measures.ts'
export { mountVenues } from './venues-routes.ts'
export { venuesWork } from './work.ts'
