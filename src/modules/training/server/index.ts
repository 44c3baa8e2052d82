// What the rest of the product may use of training (培训).
export { mountTraining } from './training-routes.ts'
