// What other modules' servers may use of people.
export { mountLeaders } from './leader-routes.ts'
export { isLeaderAt } from './leader-store.ts'
export { addPerson, addPosting } from './people-commands.ts'
export { demoPassword, mountPeople, sessionOf } from './people-routes.ts'
export { administratorExists, daysOff, markDemo, personWithin, sessionSecret } from './people-store.ts'
export { knowPeople } from './sign-in.ts'
