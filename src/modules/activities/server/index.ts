// What the rest of the product may use of activities (活动).
export { mountActivities } from './activities-routes.ts'
export { activitySources } from './measures.ts'
export { participantRows } from './participants-import.ts'
export { forgetOldPhones } from './sign-up-store.ts'
export { activitiesWork } from './work.ts'
