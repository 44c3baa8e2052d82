// What the rest of the product may use of naming (名称).
export { checkName } from './name-question.ts'
export { mountNaming } from './naming-routes.ts'
export { placesOf } from './place-store.ts'
