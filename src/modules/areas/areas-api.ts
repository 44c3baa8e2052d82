// The endpoints for finding areas, walking the tree, and deciding what is urban and what is rural.
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, words } from '../../kernel/fields.ts'
import { Population } from './population.ts'

export const Level = z.enum(['province', 'city', 'county', 'township', 'community'])
const SettlementField = z.enum(['urban', 'rural', 'unknown'])

export const AreaView = z.object({
  code: AreaCodeField,
  name: z.string(),
  shortName: z.string(),
  level: Level,
  settlement: SettlementField,
  settlementSource: z.enum(['imported', 'committee', 'decided']).nullable(),
  /** Out of every denominator (segments 498 and 598). */
  virtual: z.boolean(),
  /** The newest on record; null: nobody has put one. */
  population: Population.nullable(),
  /** From the top down, the area itself left out. */
  ancestors: z.array(z.object({ code: AreaCodeField, name: z.string(), level: Level })),
})
export type AreaView = z.infer<typeof AreaView>

/** One line of the picker. */
export const AreaHit = z.object({
  code: AreaCodeField,
  name: z.string(),
  level: Level,
  /** "太仓市 浮桥镇": enough to tell two of the same name apart. */
  where: z.string(),
})
export type AreaHit = z.infer<typeof AreaHit>

const RowProblem = z.object({ row: z.int(), message: z.string() })

const byCode = z.object({ code: AreaCodeField })

export const areasApi = {
  search: get('/areas', {
    summary: 'Areas by Chinese, pinyin, initials or code, within the reader’s own areas',
    needs: 'area.see',
    query: z.object({
      q: z.string().max(40).default(''),
      within: AreaCodeField.optional(),
      level: Level.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    returns: z.object({ items: z.array(AreaHit) }),
  }),
  area: get('/areas/:code', { summary: 'One area', needs: 'area.see', params: byCode, returns: AreaView }),
  children: get('/areas/:code/children', {
    summary: 'The areas directly below one',
    needs: 'area.see',
    params: byCode,
    returns: z.object({ items: z.array(AreaView.omit({ ancestors: true })) }),
  }),
  decideSettlement: put('/areas/:code/settlement', {
    summary: 'Decide whether a community is urban or rural, with the reason',
    needs: 'area.decideSettlement',
    params: byCode,
    body: z.object({ settlement: z.enum(['urban', 'rural']), reason: words(200) }),
    returns: AreaView,
  }),
  importSettlement: post('/areas/settlement-imports', {
    summary: 'Import 城乡分类代码: a table (xlsx, xls, csv) with the columns 区划代码 and 城乡分类代码',
    needs: 'area.importSettlement',
    upload: true,
    returns: z.object({
      changed: z.int(),
      same: z.int(),
      problems: z.array(RowProblem),
    }),
  }),
  recordPopulation: put('/areas/:code/population', {
    summary: 'Put on record how many people and households a community has on a day',
    needs: 'area.recordPopulation',
    params: byCode,
    body: Population,
    returns: AreaView,
  }),
  importPopulation: post('/areas/population-imports', {
    summary:
      'Import populations of one day: a table (xlsx, xls, csv) with 区划代码, 常住人口 and, if known, 户数',
    needs: 'area.recordPopulation',
    upload: true,
    query: Population.pick({ onDay: true, source: true }),
    returns: z.object({ written: z.int(), problems: z.array(RowProblem) }),
  }),
  divisions: get('/divisions', {
    summary: 'Areas of the shipped divisions that can be loaded',
    needs: 'area.load',
    query: z.object({ q: z.string().max(40).default('') }),
    returns: z.object({ items: z.array(AreaHit.extend({ loaded: z.boolean() })) }),
  }),
  load: post('/area-loads', {
    summary: 'Load an area of the shipped divisions with everything below it',
    needs: 'area.load',
    body: z.object({ code: AreaCodeField }),
    returns: z.object({ added: z.int(), communities: z.int() }),
  }),
}
