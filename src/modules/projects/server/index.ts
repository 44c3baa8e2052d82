// What the rest of the product may use of projects (服务项目).
export { projectSources } from './measures.ts'
export { mountProjects } from './projects-routes.ts'
export { projectWork } from './work.ts'
