// What other modules' servers may use of people.
export { addPerson, addPosting } from './people-commands.ts'
export { demoPassword, mountPeople, sessionOf } from './people-routes.ts'
export { administratorExists, daysOff, markDemo, sessionSecret } from './people-store.ts'
export { knowPeople } from './sign-in.ts'
