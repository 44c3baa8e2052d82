// What the rest of the product may use of hubs (枢纽).
export { endHubTies } from './hub-commands.ts'
export { mountHubs } from './hubs-routes.ts'
export { hubSources } from './measures.ts'
export { hubsWork } from './work.ts'
