// What the rest of the product may use of filing (备案与登记).
export { beginApplication, saveApplication, submitApplication } from './filing-commands.ts'
export { mountFiling } from './filing-routes.ts'
export { handle } from './handling.ts'
export { addFile, saveRoster } from './papers.ts'
export { filingWork } from './work.ts'
