// Where the form of a rule parameter used to stand.
export * from './keys/rule-key.ts'
