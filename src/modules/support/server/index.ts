// What the rest of the product may use of support (培育平台).
export { supportSources } from './measures.ts'
export {
  closeOne as closePlatform,
  createPlatform,
  editPlatform,
  knownPlatform,
} from './platform-commands.ts'
export { mountSupport } from './support-routes.ts'
export { supportWork } from './work.ts'
