// What the rest of the product may use of changes (变更与退出).

export { admonish } from './admonition-commands.ts'
export { decideChange, requestChange } from './change-commands.ts'
export { mountChanges } from './changes-routes.ts'
export { addEvidence } from './evidence.ts'
export { decideExit, openRemoval, requestExit, tickExitStep } from './exit-commands.ts'
export { merge, split } from './reorganization-commands.ts'
export { closeTies } from './ties.ts'
export { changesWork } from './work.ts'
