// What the rest of the product may use of volunteers (志愿服务).
export { hoursRows } from './hours-import.ts'
export { volunteerSources } from './measures.ts'
export { mountVolunteers } from './volunteers-routes.ts'
export { volunteerWork } from './work.ts'
