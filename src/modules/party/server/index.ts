// What the rest of the product may use of party (党建).
export { leave as leaveParty } from './arrangement-commands.ts'
export { takeOverRosters } from './handover.ts'
export { partySources } from './measures.ts'
export { followRules, refreshDues } from './owed-store.ts'
export { mountParty } from './party-routes.ts'
export { partyWork } from './work.ts'
