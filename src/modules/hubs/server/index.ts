// What the rest of the product may use of hubs (枢纽).
export { mountHubs } from './hubs-routes.ts'
