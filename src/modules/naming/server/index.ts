// What the rest of the product may use of naming (名称).
export { mountNaming } from './naming-routes.ts'
