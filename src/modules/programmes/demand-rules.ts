// What must be true of how much a target demands: said once, in the right kind, and in the order of its dates.
import { checkFilter, checkMeasure, fault, inside, type Scope } from './check-scope.ts'
import { checkFraction, checkNeed, checkWholeNumber } from './need-rules.ts'
import type { CountedTarget, Need, PackStep, Part } from './pack.ts'
import { checkWithin } from './pack-rules.ts'

/** Exactly one of need, steps and parts says how much. */
export function checkDemand(target: CountedTarget, scope: Scope): void {
  const said = demandsOf(target)
  if (said.length === 0)
    fault(scope, `目标「${target.title}」没有写要求多少`, '请写 need，例如 need: {atLeast: 10}')
  if (said.length > 1) fault(inside(scope, String(said[1])), `要求写了两种：${said.join(' 和 ')}`, '只留一种')
  if (target.need) checkAmount(target, target.need, inside(scope, 'need'))
  for (const [at, part] of partsOf(target).entries()) checkPart(target, part, inside(scope, 'parts', at))
  if (target.judge === 'share') checkShare(target, scope)
}

const partsOf = (target: CountedTarget): readonly Part[] => ('parts' in target ? (target.parts ?? []) : [])

/** Steps of a share may move the share alone; then something else says what a unit must have. */
function demandsOf(target: CountedTarget): string[] {
  const steps = target.steps?.some(({ need }) => need !== undefined) ?? false
  const said = { need: target.need !== undefined, parts: partsOf(target).length > 0, steps }
  return Object.entries(said).flatMap(([name, is]) => (is ? [name] : []))
}

function checkPart(target: CountedTarget, part: Part, scope: Scope): void {
  const measure = checkMeasure(part.count ?? target.count, inside(scope, 'count'))
  if (measure) checkFilter(part.where, measure, inside(scope, 'where'))
  checkWholeNumber(part.need, inside(scope, 'need'))
}

function checkShare(target: Extract<CountedTarget, { judge: 'share' }>, scope: Scope): void {
  if (target.share) checkFraction(target.share, inside(scope, 'share'))
  else if (!target.steps?.every(({ share }) => share))
    fault(scope, `目标「${target.title}」没有写占多大比例`, '请写 share，例如 share: {atLeast: 80%}')
}

function checkAmount({ judge }: CountedTarget, need: Need, scope: Scope): void {
  if (judge === 'shareOf') checkFraction(need, scope)
  else if (judge === 'total' || judge === 'each' || judge === 'share') checkWholeNumber(need, scope)
  else checkNeed(need, scope)
}

export function checkSteps(target: CountedTarget, scope: Scope): void {
  const { steps } = target
  if (!steps) return
  if (target.due !== undefined)
    fault(inside(scope, 'due'), '分期限的目标不再写 due', '请删去 due，期限写在 steps 的 by')
  if (target.window === 'year')
    fault(inside(scope, 'steps'), '按年计的目标不能分期限', '请删去 steps 或 window: year')
  for (const [at, step] of steps.entries()) {
    const here = inside(scope, 'steps', at)
    checkWithin([...here.path, 'by'], step.by, scope.pack, scope.find)
    if (step.by <= (steps[at - 1]?.by ?? ''))
      fault(inside(here, 'by'), '期限没有按先后写', '请按日期从早到晚写')
    checkStep(target, step, here)
  }
}

function checkStep(target: CountedTarget, { need, share }: PackStep, scope: Scope): void {
  if (need) checkAmount(target, need, inside(scope, 'need'))
  if (share) checkFraction(share, inside(scope, 'share'))
  if (share && target.judge !== 'share')
    fault(inside(scope, 'share'), 'share 只用于 judge: share', '请改用 need')
  if (!need && !(share && target.judge === 'share'))
    fault(scope, '这一步没有写要求多少', '请写 need（占比目标可写 share）')
}
