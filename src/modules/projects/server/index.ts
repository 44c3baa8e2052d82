// What the rest of the product may use of projects (服务项目).
export { mountProjects } from './projects-routes.ts'
