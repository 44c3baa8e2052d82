// What the rest of the product may use of workers (社会工作专业人才).
export { mountWorkers } from './workers-routes.ts'
