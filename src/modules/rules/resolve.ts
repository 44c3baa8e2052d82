// What holds at a place: the rule sets from the country down to the area, laid over the base values.
import { type RuleName, type Rules, ruleKeys } from './rule-keys.ts'
import type { Entries, Entry, RuleClause } from './rule-set.ts'

/** A version of a rule set that applies somewhere. */
export type Layer = {
  id: string
  /** Null: the whole country. */
  area: string | null
  areaName: string
  title: string
  version: number
  entries: Entries
}

/** One parameter at a place. */
export type Resolved = {
  value: unknown
  /** The set that says so; null: the base value. */
  from: Layer | null
  entry: Entry | null
  /** The set above which does not let the place decide otherwise. */
  lockedBy: Layer | null
  /** What would hold without the lowest set: what "back to inherited" leads to. */
  inherited: { value: unknown; from: Layer | null }
}

export type Resolution = { readonly [K in RuleName]: Resolved }

const names = Object.keys(ruleKeys) as RuleName[]

/** `layers`: from the country down; `own`: the area of whose set the last layer may be. */
export const resolve = (layers: readonly Layer[], own: string | null): Resolution =>
  Object.fromEntries(names.map((name) => [name, resolveOne(name, layers, own)])) as Resolution

/** Only the values. */
export const rulesIn = (resolution: Resolution): Rules =>
  Object.fromEntries(names.map((name) => [name, resolution[name].value])) as Rules

function resolveOne(name: RuleName, layers: readonly Layer[], own: string | null): Resolved {
  const above = layers.filter((layer) => layer.area === null || layer.area !== own)
  const inherited = lay(name, above)
  const whole = lay(name, layers)
  return {
    value: whole.value,
    from: whole.from,
    entry: whole.entry,
    lockedBy: inherited.locked ? inherited.from : null,
    inherited: { value: inherited.value, from: inherited.from },
  }
}

/** The clause that a value rests on, and whether it is only a default of ours. */
export function originOf(
  name: RuleName,
  { from, entry }: Pick<Resolved, 'from' | 'entry'>,
): { clause: RuleClause | null; isDefault: boolean; areaName: string | null } {
  const { source } = ruleKeys[name]
  if (from)
    return { clause: entry?.clause ?? null, isDefault: entry?.default === true, areaName: from.areaName }
  return { clause: source === 'default' ? null : source, isDefault: source === 'default', areaName: null }
}

type Laid = { value: unknown; from: Layer | null; entry: Entry | null; locked: boolean }

/** Each set overrides those above it, until one locks the parameter. */
function lay(name: RuleName, layers: readonly Layer[]): Laid {
  let laid: Laid = { value: ruleKeys[name].base, from: null, entry: null, locked: false }
  for (const layer of layers) {
    const entry = valid(name, layer.entries[name])
    if (entry && !laid.locked)
      laid = { value: entry.value, from: layer, entry, locked: entry.locked === true }
  }
  return laid
}

/** An entry of before a change of the parameter's form says nothing any more. */
function valid(name: RuleName, entry: Entry | undefined): Entry | null {
  if (!entry) return null
  const parsed = ruleKeys[name].schema.safeParse(entry.value)
  return parsed.success ? { ...entry, value: parsed.data } : null
}
