// What the rest of the product may use of changes (变更与退出).
export { mountChanges } from './changes-routes.ts'
