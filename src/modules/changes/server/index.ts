// What the rest of the product may use of changes (变更与退出).
export { mountChanges } from './changes-routes.ts'
export { merge, split } from './reorganization-commands.ts'
export { changesWork } from './work.ts'
