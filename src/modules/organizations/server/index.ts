// What other modules' servers may use of the register.
export { enrolMany, raiseMany } from './enrolment.ts'
export { namesakesAmong } from './enrolment-store.ts'
export { exportOrganizations } from './export.ts'
export { changeFactsOfMany } from './fact-commands.ts'
export { importFile } from './import-file.ts'
export { type Found, judged, organizationFinder } from './import-judging.ts'
export type {
  ImportAct,
  ImportKind,
  ImportKinds,
  ImportPlace,
  Judging,
  Placed,
  StoredRow,
  WrittenRow,
} from './import-kind.ts'
export { mountImports } from './import-routes.ts'
export { forgetWorkbooks } from './import-store.ts'
export { mountKeepers } from './keeper-routes.ts'
export { organizationSources } from './measures.ts'
export {
  createOrganization,
  editOrganization,
  moveOrganization,
  withSearch,
} from './organization-commands.ts'
export { mountOrganizations } from './organization-routes.ts'
export { organizationRows } from './organization-rows.ts'
export {
  allowedAmong,
  insertOrganizations,
  listOrganizations,
  lockOrganizations,
  type OrganizationRow,
  oneOrganization,
  organizationSubject,
} from './organization-store.ts'
export { endPeriods, openFirstPeriods, rewritePeriods } from './period-store.ts'
export {
  type Act,
  changeFacts,
  endOrganization,
  enterOrganization,
  restOrganization,
  resumeOrganization,
} from './register-acts.ts'
export { proposalFrom } from './tier-commands.ts'
export { mountTiers } from './tier-routes.ts'
export { insertStanding, keepMost, makeUpStandings } from './tier-store.ts'
export { eventWords } from './timeline-store.ts'
export { organizationWork } from './work.ts'
