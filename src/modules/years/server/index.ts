// What the rest of the product may use of years (年度报告).
export { mountYears } from './years-routes.ts'
