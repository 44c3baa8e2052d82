// What the program around the modules may use of programmes.
export { mountFirstRun } from './first-run.ts'
export { loadPackText } from './pack-commands.ts'
export { placeOf } from './place.ts'
export { mountProgrammes } from './programme-routes.ts'
export { listProgrammes, type ProgrammeRow } from './programme-store.ts'
export { rowsAt, standingAt } from './programme-view.ts'
export { parsedPack, shippedIds, shippedText } from './shipped-packs.ts'
export { standingOf } from './standing.ts'
