// What the rest of the product may use of records (记录).
export { mountRecords } from './records-routes.ts'
