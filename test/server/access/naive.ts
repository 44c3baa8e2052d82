// The rules of access a second time, as plainly as they can be said: postings, the tree of areas, nothing of SQL.
import { policy } from '../../../src/policy.ts'

export type Posting = { role: string; area: string }
/** Each area's code and that of the area above it. */
export type Tree = ReadonlyMap<string, string | null>

/** Whether an area is `top` or lies below it, climbing from parent to parent. */
export function liesIn(tree: Tree, area: string, top: string): boolean {
  for (let at: string | null = area; at !== null; at = tree.get(at) ?? null) if (at === top) return true
  return false
}

type Rule = { roles: readonly string[]; where: 'area' | 'anywhere'; own?: readonly string[] }
const rules = policy as Readonly<Record<string, Rule>>

const ruleOf = (action: string) => {
  const rule = rules[action]
  if (!rule) throw new Error(`no rule for ${action}`)
  return rule
}

/** Whether any posting allows the action, wherever that is. */
export const mayAnywhere = (postings: readonly Posting[], action: string): boolean =>
  postings.some(({ role }) => ruleOf(action).roles.includes(role)) || mayOwn(postings, action)

/** Whether the action is allowed on what the person keeps. */
export const mayOwn = (postings: readonly Posting[], action: string): boolean =>
  postings.some(({ role }) => ruleOf(action).own?.includes(role))

/** Whether the action is allowed on a thing that belongs to an area. */
export const mayAt = (tree: Tree, postings: readonly Posting[], action: string, area: string): boolean =>
  postings.some(
    ({ role, area: top }) =>
      ruleOf(action).roles.includes(role) && (ruleOf(action).where === 'anywhere' || liesIn(tree, area, top)),
  )

/** Whether the action is allowed at an area above or below: a programme is seen from its county's communities too. */
export const mayAlong = (tree: Tree, postings: readonly Posting[], action: string, area: string): boolean =>
  mayAt(tree, postings, action, area) ||
  postings.some(({ role, area: own }) => ruleOf(action).roles.includes(role) && liesIn(tree, own, area))
