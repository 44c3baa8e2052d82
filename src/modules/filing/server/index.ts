// What the rest of the product may use of filing (备案与登记).
export { mountFiling } from './filing-routes.ts'
export { filingWork } from './work.ts'
