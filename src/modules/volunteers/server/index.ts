// What the rest of the product may use of volunteers (志愿服务).
export { mountVolunteers } from './volunteers-routes.ts'
