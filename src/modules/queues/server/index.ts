// What the rest of the product may use of queues (待办).
export { mountQueues } from './queues-routes.ts'
