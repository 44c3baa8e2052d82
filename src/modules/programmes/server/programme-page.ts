// What a programme's page says of the document: phases, tasks, categories, terms, rules, readings.
import type { Context } from '../../../platform/context.ts'
import { type AreaLevel, levelNouns } from '../../areas/area.ts'
import { categories as baseCategories } from '../../organizations/choices.ts'
import { filterWords } from '../filter-words.ts'
import { programmeMeasures } from '../measures.ts'
import type { Pack } from '../pack.ts'
import type { ProgrammeView } from '../programmes-api.ts'
import type { ProgrammeRow } from './programme-store.ts'
import { summaryOf } from './programme-view.ts'
import { parsedPack } from './shipped-packs.ts'

export async function viewOf(ctx: Context, programme: ProgrammeRow): Promise<ProgrammeView> {
  const pack = parsedPack(programme.text)
  return {
    ...(await summaryOf(ctx, programme)),
    version: programme.version,
    document: documentView(pack),
    phases: pack.phases,
    tasks: pack.tasks.map((task) => ({ ...task, due: task.due ?? null })),
    categories: pack.taxonomy.categories.map((category) => ({
      ...category,
      from: category.from.map(categoryWord),
    })),
    terms: pack.terms.map(({ word, clause, where }) => ({ word, clause, means: meaningOf(pack, where) })),
    series: pack.series,
    rules: pack.rules.map((rule) => ({ ...rule, value: ruleWords(rule) })),
    readings: pack.readings,
  }
}

function ruleWords({ value, unit }: Pack['rules'][number]): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Object.hasOwn(levelNouns, value)) return levelNouns[value as AreaLevel]
  return `${value}${unit ? ` ${unit}` : ''}`
}

const categoryWord = (id: string): string =>
  Object.hasOwn(baseCategories, id) ? baseCategories[id as 'other'] : id

function meaningOf(pack: Pack, where: Pack['terms'][number]['where']): string {
  const register = programmeMeasures.organizations
  return register ? filterWords(where, register, pack) : ''
}

function documentView({ document }: Pack): ProgrammeView['document'] {
  return {
    number: document.number ?? null,
    title: document.title,
    issuer: document.issuer ?? null,
    issuedOn: document.issuedOn ?? null,
    basedOn: document.basedOn.map(({ number, title, note }) => ({
      number: number ?? null,
      title: title ?? null,
      note: note ?? null,
    })),
    errata: document.errata.map((erratum) => ({ ...erratum, note: erratum.note ?? null })),
  }
}
