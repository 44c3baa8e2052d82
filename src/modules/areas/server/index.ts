// What other modules' servers may use of areas.
export { loadDivisions, loadSubtree, visibleArea } from './area-commands.ts'
export { mountAreas } from './area-routes.ts'
export {
  areaSubject,
  areaWithoutKeeper,
  childOf,
  levelOf,
  provinces,
  settlementBy,
  within,
  withinArea,
} from './area-store.ts'
export { divisionHits } from './division-hits.ts'
export { readAllDivisions } from './divisions.ts'
export { areaSources } from './measures.ts'
export { importSettlement } from './settlement-import.ts'
