// What the rest of the product may use of census (摸底排查).

export { freezeBaseline } from './baseline-store.ts'
export { mountCensus } from './census-routes.ts'
export { censusSources } from './measures.ts'
export { censusWork } from './work.ts'
