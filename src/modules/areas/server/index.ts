// What other modules' servers may use of areas.
export { importSettlement, loadDivisions, loadSubtree, visibleArea } from './area-commands.ts'
export { mountAreas } from './area-routes.ts'
export { areaSubject, levelOf, provinces, settlementBy, whereIs, within, withinArea } from './area-store.ts'
export { divisionHits } from './division-hits.ts'
export { readAllDivisions, readSubtree } from './divisions.ts'
