// What the rest of the product may use of training (培训).
export { attendanceRows } from './attendance-import.ts'
export { trainingSources } from './measures.ts'
export { mountTraining } from './training-routes.ts'
export { briefFields, visible as trainingVisible } from './training-store.ts'
export { trainingWork } from './work.ts'
