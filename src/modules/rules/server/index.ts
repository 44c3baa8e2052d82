// What the rest of the product may use of rules (规则集).

export { rulesFor } from './rules-for.ts'
export { mountRules } from './rules-routes.ts'
