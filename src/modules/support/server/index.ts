// What the rest of the product may use of support (培育平台).
export { supportSources } from './measures.ts'
export { mountSupport } from './support-routes.ts'
export { supportWork } from './work.ts'
