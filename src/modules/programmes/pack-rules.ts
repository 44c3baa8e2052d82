// What must be true of a pack as a whole: names that are unique and known, dates in order, categories mapped once.
import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { type Find, type Path, suggest } from '../../kernel/yaml/finding.ts'
import type { Pack } from './pack.ts'

export function checkWhole(pack: Pack, catalogue: MeasureCatalogue, find: Find): void {
  checkUnique(pack, find)
  checkProgramme(pack, find)
  checkPhases(pack, find)
  checkTasks(pack, find)
  checkTaxonomy(pack, catalogue, find)
  for (const [at, term] of pack.terms.entries()) {
    if (term.reading !== undefined)
      checkReference(['terms', at, 'reading'], '读法', term.reading, readingIds(pack), find)
  }
}

export const readingIds = ({ readings }: Pack): string[] => readings.map(({ id }) => id)

/** A reference to something the pack must define. */
export function checkReference(
  path: Path,
  what: string,
  name: string,
  known: readonly string[],
  find: Find,
): void {
  if (!known.includes(name)) find({ path, message: `没有定义${what}「${name}」`, mend: suggest(name, known) })
}

function checkUnique(pack: Pack, find: Find): void {
  const lists = {
    targets: pack.targets,
    tasks: pack.tasks,
    phases: pack.phases,
    readings: pack.readings,
    series: pack.series,
    rules: pack.rules,
  }
  for (const [name, list] of Object.entries(lists))
    uniqueBy(
      [name],
      'id',
      list.map(({ id }) => id),
      find,
    )
  uniqueBy(
    ['taxonomy', 'categories'],
    'id',
    pack.taxonomy.categories.map(({ id }) => id),
    find,
  )
  uniqueBy(
    ['terms'],
    'word',
    pack.terms.map(({ word }) => word),
    find,
  )
}

function uniqueBy(path: Path, key: string, names: readonly string[], find: Find): void {
  names.forEach((name, at) => {
    const first = names.indexOf(name)
    if (first === at) return
    find({
      path: [...path, at, key],
      message: `「${name}」重复：第 ${first + 1} 项已经用过`,
      mend: '请换一个编号',
    })
  })
}

function checkProgramme(pack: Pack, find: Find): void {
  if (pack.to < pack.from)
    find({ path: ['to'], message: `结束日 ${pack.to} 早于开始日 ${pack.from}`, mend: '请改正其中一个日期' })
}

/** A day of the pack must lie within the programme. */
export function checkWithin(path: Path, day: string, { from, to }: Pack, find: Find): void {
  if (day >= from && day <= to) return
  find({
    path,
    message: `${day} 不在方案期间 ${from} 至 ${to} 之内`,
    mend: '请改正这个日期，或方案的 from、to',
  })
}

function checkPhases(pack: Pack, find: Find): void {
  const tasks = pack.tasks.map(({ id }) => id)
  pack.phases.forEach((phase, at) => {
    const path = ['phases', at]
    checkWithin([...path, 'from'], phase.from, pack, find)
    checkWithin([...path, 'to'], phase.to, pack, find)
    if (phase.to < phase.from)
      find({
        path: [...path, 'to'],
        message: `阶段「${phase.title}」结束早于开始`,
        mend: '请改正其中一个日期',
      })
    const before = pack.phases[at - 1]
    if (before && phase.from <= before.to)
      find({
        path: [...path, 'from'],
        message: `阶段「${phase.title}」与「${before.title}」重叠：上一阶段到 ${before.to}`,
        mend: '阶段按时间先后写，互不重叠',
      })
    phase.tasks.forEach((task, each) => {
      checkReference([...path, 'tasks', each], '任务', task, tasks, find)
    })
  })
}

function checkTasks(pack: Pack, find: Find): void {
  pack.tasks.forEach(({ due, repeat }, at) => {
    if (due !== undefined) checkWithin(['tasks', at, 'due'], due, pack, find)
    if (due !== undefined && repeat !== undefined)
      find({
        path: ['tasks', at, 'repeat'],
        message: '任务有固定期限，又要重复',
        mend: 'due 和 repeat 只写一个',
      })
  })
}

/** One organization carries one base category and is mapped to each taxonomy at most once. (R6) */
function checkTaxonomy({ taxonomy }: Pack, catalogue: MeasureCatalogue, find: Find): void {
  const bases = baseCategories(catalogue)
  const taken = new Map<string, string>()
  taxonomy.categories.forEach(({ title, from }, at) => {
    from.forEach((base, each) => {
      const path = ['taxonomy', 'categories', at, 'from', each]
      if (!bases.has(base))
        find({ path, message: `没有基础类别「${base}」`, mend: suggest(base, [...bases.keys()]) })
      const other = taken.get(base)
      if (other !== undefined)
        find({
          path,
          message: `基础类别「${bases.get(base) ?? base}」已归入「${other}」`,
          mend: '一个基础类别只能归入一个类别，否则一个组织会计两次',
        })
      taken.set(base, title)
    })
  })
  const unmapped = [...bases].filter(([base]) => !taken.has(base)).map(([, title]) => title)
  if (unmapped.length > 0)
    find({
      path: ['taxonomy', 'categories'],
      severity: 'warning',
      key: true,
      message: `没有归入任何类别的基础类别：${unmapped.join('、')}`,
      mend: '这些组织只计入总数，不计入各类；如不是有意，请归入某一类',
    })
}

function baseCategories(catalogue: MeasureCatalogue): Map<string, string> {
  return new Map(Object.entries(catalogue.organizations?.attributes.category?.choices ?? {}))
}
