// Deciding rules for a place: every decision makes a new version, with who, when and why.
import type { z } from 'zod'
import { type Fault, Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject, levelOf } from '../../areas/server/index.ts'
import { type Layer, resolve } from '../resolve.ts'
import { type RuleName, ruleKeys } from '../rule-keys.ts'
import { type Entries, type Entry, type RuleSetFile, wholeCountry } from '../rule-set.ts'
import { checkRuleSet } from '../rule-set-check.ts'
import { changedNames, whyNotLevel } from '../rule-set-rules.ts'
import type { rulesApi } from '../rules-api.ts'
import { insertVersion, layersOf, lockOwn, setsAt, supersede } from './rule-set-store.ts'

type Change = z.output<typeof rulesApi.change.body>

/** Decides parameters of one area's set, or lets them be inherited again. */
export async function changeRules(ctx: Context, area: string, change: Change): Promise<void> {
  await authorize(ctx, 'rule.edit', { ...areaSubject(area), see: 'rule.see' })
  refuseIf(whyNotLevel(await levelOf(ctx.db, area)))
  const own = await lockOwn(ctx.db, area)
  refuseIf(whyNotSameVersion(own?.version ?? 0, change.version))
  const set = await readGiven(ctx, area, change.set)
  const entries = without({ ...own?.entries, ...set }, change.inherit)
  await putVersion(ctx, own, { area, title: own?.title ?? '本地规则', entries, reason: change.reason })
}

/** Loads a text that passes the check as the newest version of its area's set. Returns the area; null: the country. */
export async function loadRuleSetText(ctx: Context, text: string, reason: string): Promise<string | null> {
  const ruleSet = parsedRuleSet(text)
  await authorizeLoad(ctx, areaOf(ruleSet))
  return putRuleSet(ctx, ruleSet, reason)
}

/** The same for one that was read already; the caller has authorized it. */
export async function putRuleSet(ctx: Context, ruleSet: RuleSetFile, reason: string): Promise<string | null> {
  const area = areaOf(ruleSet)
  refuseIf(area === null ? null : whyNotLevel(await levelOf(ctx.db, area)))
  const own = await lockOwn(ctx.db, area)
  await putVersion(ctx, own, { area, title: ruleSet.title, entries: ruleSet.values, reason })
  return area
}

const areaOf = ({ area }: RuleSetFile): string | null => (area.code === wholeCountry ? null : area.code)

/** Through the door of a server nobody loads for the whole country; the command line and the first run do. */
async function authorizeLoad(ctx: Context, area: string | null): Promise<void> {
  if (ctx.request === null) return
  if (area === null) throw onlyByOperator
  await authorize(ctx, 'rule.load', { ...areaSubject(area), see: 'rule.see' })
}

const onlyByOperator = new Problem(422, {
  code: 'rule.countryByOperator',
  message: '全国的规则集不能在页面上载入。',
  mend: '请由运维人员用命令行载入：jusha rules load 文件；本地的规则请写本地的区划代码。',
})

/** The rule set in a text that passed the check; refuses one that does not, naming the faults. */
export function parsedRuleSet(text: string): RuleSetFile {
  const { ruleSet, faults } = checkRuleSet(text, 'rules.yaml')
  if (ruleSet) return ruleSet
  throw new Problem(422, {
    code: 'rule.faultySet',
    message: `规则集有 ${faults.length} 处错误，没有载入：${faults[0]?.message ?? ''}`,
    mend: '请按各处的提示修改后再载入。',
    faults: faults.map(({ line, column, message, mend }) => ({
      at: `第 ${line} 行第 ${column} 列`,
      message: `${message} ${mend}`,
    })),
  })
}

/** What was given, parsed by the form of each parameter; refused where a set above has locked it. */
async function readGiven(ctx: Context, area: string, given: Change['set']): Promise<Entries> {
  const layers = await layersOf(ctx.db, await setsAt(ctx.db, area))
  const resolution = resolve(layers, area)
  const faults: Fault[] = []
  const entries: Partial<Record<RuleName, Entry>> = {}
  for (const [name, entry] of Object.entries(given) as [RuleName, Given][]) {
    const { lockedBy } = resolution[name]
    if (lockedBy) faults.push({ at: name, message: `由${lockedBy.areaName}统一规定，本地不能改` })
    const parsed = ruleKeys[name].schema.safeParse(entry.value)
    if (parsed.success) entries[name] = entryOf(entry, parsed.data)
    else
      faults.push(
        ...parsed.error.issues.map(({ path, message }) => ({ at: [name, ...path].join('.'), message })),
      )
  }
  if (faults.length > 0) throw refusedValues(faults)
  return entries
}

type Given = NonNullable<Change['set'][RuleName]>

const entryOf = ({ clause, locked, note }: Given, value: unknown): Entry => ({
  value,
  ...(clause ? { clause } : {}),
  ...(locked ? { locked } : {}),
  ...(note ? { note } : {}),
})

const refusedValues = (faults: Fault[]): Problem =>
  new Problem(422, {
    code: 'rule.refused',
    message: `有 ${faults.length} 处不能这样定：${faults[0]?.message ?? ''}`,
    mend: '请按各处的提示修改；由上级统一规定的，请与上级民政部门商量。',
    faults,
  })

const without = (entries: Entries, names: readonly RuleName[]): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name as RuleName)))

type Version = { area: string | null; title: string; entries: Entries; reason: string }

async function putVersion(ctx: Context, before: Layer | null, next: Version): Promise<void> {
  const changed = changedNames(before?.entries ?? {}, next.entries)
  if (before && changed.length === 0 && before.title === next.title) throw nothingChanged
  if (before && (await supersede(ctx, next.area, before.version)) !== 1) throw changedMeanwhile
  const version = (before?.version ?? 0) + 1
  await insertVersion(ctx, { ...next, version }).catch(explainTaken)
  await record(ctx, {
    action: 'rules.change',
    subjectKind: 'ruleSet',
    subject: next.area ?? wholeCountry,
    area: next.area,
    reason: next.reason,
    changes: changed.map((field) => ({
      field,
      from: before?.entries[field]?.value ?? null,
      to: next.entries[field]?.value ?? null,
    })),
  })
}

const nothingChanged = new Problem(422, {
  code: 'rule.unchanged',
  message: '没有改动：与现行的一样。',
  mend: '改了再保存；不想改就直接离开。',
})

const changedMeanwhile = new Problem(409, {
  code: 'rule.changedMeanwhile',
  message: '这里的规则刚被别人改过，您看到的是旧的。',
  mend: '请刷新这一页，核对后再改。',
})

const whyNotSameVersion = (now: number, then: number): Problem | null =>
  now === then ? null : changedMeanwhile

/** Two who decide the first version at the same time: the second is told. */
function explainTaken(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'rule_set_version_once' || broken === 'rule_set_one_in_force') throw changedMeanwhile
  throw error
}
