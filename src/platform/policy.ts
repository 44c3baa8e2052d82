// Who may do what, where: rules are data, and the check of one thing is the filter of a list, as the same SQL.
import { Problem } from '../kernel/problem.ts'
import { type Db, join, raw, type Sql, sql } from './db.ts'

export type Level = 'province' | 'city' | 'county' | 'township' | 'community'

/** A role held at an area. */
export type HeldPosting = { role: string; area: string; level: Level }
/** Who is asking. A person who is not signed in has no id and no postings. */
export type Who = { id: string | null; name: string; postings: readonly HeldPosting[] }

/**
 * A posting with one of the `roles` allows the action, on things within its area or anywhere. One with a role of `own`
 * allows it on things that the person keeps: those whose `keeper` is that person.
 */
export type Rule = { roles: readonly string[]; where: 'area' | 'anywhere'; own?: readonly string[] }
/** One module's actions. */
export type Policy = Readonly<Record<string, Rule>>

/** Answers for one person, from the rules of all modules. */
export type Authority = {
  /** May this person do it anywhere at all? */
  may(action: string): boolean
  /** Every action this person may do somewhere. */
  actions(): string[]
  /**
   * A condition on `alias` (a relation with the five lineage columns, and `keeper` where a rule has `own`): those things
   * on which the action is allowed.
   * Null, not false, for a thing above the level of a posting: its opposite is written `is not true`.
   */
  scope(action: string, alias: string): Sql
  /** The JSON array of those of `actions` that are allowed on the row of `alias`. */
  mayOn(actions: readonly string[], alias: string): Sql
}

/** Made once for as long as a person is remembered. */
export function authorityOf(who: Who, policy: Policy): Authority {
  const known = authorities.get(who)
  if (known?.policy === policy) return known.authority
  const authority = makeAuthority(who, policy)
  authorities.set(who, { policy, authority })
  return authority
}

const authorities = new WeakMap<Who, { policy: Policy; authority: Authority }>()

function makeAuthority(who: Who, policy: Policy): Authority {
  const held = (action: string) => heldFor(who, ruleOf(policy, action))
  const may = (action: string) => held(action).length > 0 || keeps(who, ruleOf(policy, action))
  const scope = (action: string, alias: string) => {
    const rule = ruleOf(policy, action)
    if (held(action).length > 0 && rule.where === 'anywhere') return sql`true`
    const terms = [
      ...(held(action).length > 0 ? [covers(held(action), alias)] : []),
      ...(keeps(who, rule) ? [sql`${raw(`${alias}.keeper`)} = ${who.id}::uuid`] : []),
    ]
    return terms.length === 0 ? sql`false` : sql`(${join(terms, ' or ')})`
  }
  return {
    may,
    actions: () => Object.keys(policy).filter(may),
    scope,
    mayOn: (actions, alias) =>
      sql`array_remove(array[${join(
        actions.map((action) => sql`case when ${scope(action, alias)} then ${action}::text end`),
      )}], null)`,
  }
}

function ruleOf(policy: Policy, action: string): Rule {
  const rule = policy[action]
  if (!rule) throw new Error(`no rule for the action ${action}`)
  return rule
}

function heldFor(who: Who, rule: Rule): readonly HeldPosting[] {
  return who.postings.filter((posting) => rule.roles.includes(posting.role))
}

/** Whether a rule lets this person act on what is theirs. */
const keeps = (who: Who, { own = [] }: Rule): boolean =>
  who.id !== null && who.postings.some(({ role }) => own.includes(role))

/** `(o.county = any('{…}') or o.township = any('{…}'))`: one term for each level at which something is held. */
function covers(postings: readonly HeldPosting[], alias: string): Sql {
  const levels = [...new Set(postings.map((posting) => posting.level))]
  const terms = levels.map((level) => {
    const areas = postings.filter((posting) => posting.level === level).map((posting) => posting.area)
    const column = raw(`${alias}.${level}`)
    return areas.length === 1
      ? sql`${column} = ${areas[0]}::bigint`
      : sql`${column} = any(${areas}::bigint[])`
  })
  return sql`(${join(terms, ' or ')})`
}

/**
 * One thing to act on: `from` is the rest of a select after `from`, down to the row (`area a where …`); `alias` has the
 * lineage columns; `see` is the action without which it is as if it did not exist; `called` its name in Chinese.
 */
export type Subject = { from: Sql; alias: string; see: string; called: string }

/** Refuses an action on one thing; a thing that the person may not see is answered like one that does not exist. */
export async function authorize(
  { db, authority }: { db: Db; authority: Authority },
  action: string,
  { from, alias, see, called }: Subject,
): Promise<void> {
  const found = await db.maybe<{ visible: boolean; allowed: boolean }>(
    sql`select ${authority.scope(see, alias)} as visible, ${authority.scope(action, alias)} as allowed from ${from}`,
  )
  if (!found?.visible) throw notFound(called)
  if (!found.allowed) throw notAllowed(action)
}

export const notFound = (called: string) =>
  new Problem(404, {
    code: 'notFound',
    message: `没有找到这个${called}，或者它不在您的管理范围内。`,
    mend: '请从列表中重新选择。',
  })

export const notAllowed = (action: string) =>
  new Problem(403, {
    code: 'notAllowed',
    message: '您的岗位不能进行这项操作。',
    mend: `如确需办理，请联系本级系统管理员（所需权限：${action}）。`,
  })
