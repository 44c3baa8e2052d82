// What the rest of the product may use of support (培育平台).
export { mountSupport } from './support-routes.ts'
