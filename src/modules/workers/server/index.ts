// What the rest of the product may use of workers (社会工作专业人才).
export { workerSources } from './measures.ts'
export { workersWork } from './work.ts'
export { workerRows } from './worker-import.ts'
export { settleWorkers } from './worker-writes-store.ts'
export { mountWorkers } from './workers-routes.ts'
