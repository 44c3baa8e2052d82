// What the rest of the product may use of rules (规则集).
export { loadRuleSetText } from './rule-set-commands.ts'
export { rulesFor, rulesInForce, rulesOf } from './rules-for.ts'
export { mountRules } from './rules-routes.ts'
export { loadShippedRules } from './shipped-rule-sets.ts'
