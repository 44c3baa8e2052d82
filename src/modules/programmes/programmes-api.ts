// The endpoints of programmes: where every target stands, how that was computed, and which records are behind it.
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import {
  AreaRef,
  Breakdown,
  FigureRecord,
  FiguresView,
  ProgrammeSummary,
  ProgrammeView,
  States,
  TargetRow,
} from './figure-views.ts'

export * from './figure-views.ts'

export const PackFault = z.object({
  severity: z.enum(['error', 'warning']),
  line: z.int(),
  column: z.int(),
  at: z.string(),
  message: z.string(),
  mend: z.string(),
})

export const PackSummary = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  areaName: z.string(),
  area: AreaCodeField,
  targets: z.int(),
  /** Shipped with the product, loaded into this installation, or both. */
  shipped: z.boolean(),
  loadedVersion: z.int().nullable(),
  loadedAt: z.string().nullable(),
  programme: IdField.nullable(),
})
export type PackSummary = z.infer<typeof PackSummary>

export const PackCheck = z.object({
  summary: PackSummary.pick({
    id: true,
    version: true,
    title: true,
    areaName: true,
    area: true,
    targets: true,
  }).nullable(),
  faults: z.array(PackFault),
  /** What this version changes against the loaded one, in words; empty when nothing is loaded. */
  changes: z.array(z.string()),
})
export type PackCheck = z.infer<typeof PackCheck>

/** One thing to do today. */
export const Todo = z.object({
  title: z.string(),
  note: z.string(),
  state: States.nullable(),
  /** "已逾期 12 天", "还剩 128 天". */
  due: z.string().nullable(),
  link: z.string(),
})
export type Todo = z.infer<typeof Todo>

export const Home = z.object({
  greeting: z.object({ area: AreaRef, path: z.string(), role: z.string() }),
  todos: z.array(Todo),
  /** For one community: what it has and still lacks by category, and in sentences. */
  community: z
    .object({
      programme: IdField,
      programmeTitle: z.string(),
      categories: z.array(z.object({ id: z.string(), title: z.string(), count: z.int(), lacking: z.int() })),
      lacks: z.array(z.string()),
      meets: z.boolean(),
    })
    .nullable(),
  /** For an officer: each programme in one line with the counts of states. */
  programmes: z.array(
    z.object({
      id: IdField,
      title: z.string(),
      area: AreaRef,
      sentence: z.string(),
      counts: z.partialRecord(States, z.int()),
    }),
  ),
})
export type Home = z.infer<typeof Home>

const Side = z.object({
  communities: z.int(),
  quantity: z.number(),
  /** Communities whose residents are known, and those residents. */
  peopled: z.int(),
  residents: z.number(),
  perCommunity: z.number().nullable(),
  /** Of the communities whose residents are known. */
  perThousand: z.number().nullable(),
})

/** Rural beside urban communities for one measure in an area. */
export const RuralUrban = z.object({
  area: AreaRef,
  ancestors: z.array(AreaRef),
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['stock', 'flow']),
  asOf: DayField,
  today: DayField,
  from: DayField,
  /** There has been a record in the area up to the day; otherwise every number is no zero but unknown. */
  collected: z.boolean(),
  urban: Side,
  rural: Side,
  /** At no community, or at one of unknown kind. */
  above: Side,
  /** The rural value as a share of the urban one. */
  share: z.object({ perCommunity: z.number().nullable(), perThousand: z.number().nullable() }),
  /** Per community, a year each; null before the first record. */
  trend: z.array(z.object({ year: z.int(), urban: z.number().nullable(), rural: z.number().nullable() })),
  /** What else can be compared. */
  measures: z.array(z.object({ name: z.string(), title: z.string(), unit: z.string() })),
})
export type RuralUrban = z.infer<typeof RuralUrban>

/** A target by the measure that it counts: what a page about the records behind it shows of it. */
export const CountingTarget = TargetRow.pick({
  ...{ target: true, title: true, state: true, value: true, threshold: true, gap: true, due: true },
  verdict: true,
}).extend({ programme: IdField, programmeTitle: z.string(), area: AreaRef })
export type CountingTarget = z.infer<typeof CountingTarget>

const byId = z.object({ id: IdField })
const byTarget = z.object({ id: IdField, target: z.string().max(60) })
const at = { area: AreaCodeField.optional(), asOf: DayField.optional() }

export const programmesApi = {
  home: get('/home', {
    summary: 'What the signed-in person must do today, for one of their areas',
    needs: 'programme.see',
    query: z.object({ area: AreaCodeField.optional() }),
    returns: Home,
  }),
  list: get('/programmes', {
    summary: 'Programmes in force where the reader works',
    needs: 'programme.see',
    returns: z.object({ items: z.array(ProgrammeSummary) }),
  }),
  counting: get('/counting-targets', {
    summary: 'Targets that count a measure, as they stand in an area',
    needs: 'programme.see',
    query: z.object({ measure: z.string().max(40), area: AreaCodeField.optional() }),
    returns: z.object({ items: z.array(CountingTarget) }),
  }),
  one: get('/programmes/:id', {
    summary: 'One programme in words',
    needs: 'programme.see',
    params: byId,
    returns: ProgrammeView,
  }),
  figures: get('/programmes/:id/figures', {
    summary: 'Every target in an area on a day',
    needs: 'programme.see',
    params: byId,
    query: z.object(at),
    returns: FiguresView,
  }),
  trends: get('/programmes/:id/trends', {
    summary: 'How far each target was reached, on up to nine days from the start to the day asked',
    needs: 'programme.see',
    params: byId,
    query: z.object(at),
    returns: z.object({
      days: z.array(DayField),
      /** By target: share of the threshold reached on each day; null when nothing can be said. */
      reached: z.record(z.string(), z.array(z.number().nullable())),
    }),
  }),
  export: get('/programmes/:id/figures/export', {
    summary: 'The figures of an area and of the areas below as a workbook',
    needs: 'programme.see',
    params: byId,
    query: z.object(at),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  breakdown: get('/programmes/:id/targets/:target', {
    summary: 'One target: the areas below, the units, and how the figure was computed',
    needs: 'programme.see',
    params: byTarget,
    query: z.object(at),
    returns: Breakdown,
  }),
  records: get('/programmes/:id/targets/:target/records', {
    summary: 'The records behind a figure',
    needs: 'programme.see',
    params: byTarget,
    query: z.object({ ...at, ...pageQuery }),
    returns: pageOf(FigureRecord).extend({ total: CappedCount }),
  }),
  ruralUrban: get('/programmes/:id/rural-urban', {
    summary:
      'Rural beside urban communities for one measure: per community, per thousand residents, year by year',
    needs: 'programme.see',
    params: byId,
    query: z.object({ ...at, measure: z.string().max(60).default('organizations') }),
    returns: RuralUrban,
  }),
  ruralUrbanRecords: get('/programmes/:id/rural-urban/records', {
    summary: 'The records behind one side of rural beside urban',
    needs: 'programme.see',
    params: byId,
    query: z.object({
      ...at,
      ...pageQuery,
      measure: z.string().max(60),
      settlement: z.enum(['urban', 'rural', 'above']),
    }),
    returns: pageOf(FigureRecord).extend({ total: CappedCount }),
  }),
  judge: post('/programmes/:id/targets/:target/judgements', {
    summary: 'A person’s judgement of a target that no count decides, with evidence',
    needs: 'programme.judge',
    params: byTarget,
    body: z.object({
      area: AreaCodeField,
      result: z.enum(['met', 'onCourse', 'behind']),
      on: DayField,
      evidence: words(1000),
    }),
    returns: z.object({ id: IdField }),
  }),
  attachPaper: post('/judgements/:id/file', {
    summary: 'Hand in the paper behind a judgement that has none yet',
    needs: 'programme.judge',
    params: byId,
    upload: true,
    returns: z.object({}),
  }),
  paper: get('/judgements/:id/file', {
    summary: 'The paper behind a judgement',
    needs: 'programme.see',
    params: byId,
    file: 'application/octet-stream',
  }),
  packs: get('/packs', {
    summary: 'Packs that are shipped or loaded',
    needs: 'pack.load',
    returns: z.object({ items: z.array(PackSummary) }),
  }),
  packText: get('/packs/:id', {
    summary: 'The YAML of a pack: the loaded version, else the shipped one',
    needs: 'pack.load',
    params: z.object({ id: z.string().max(60) }),
    returns: z.object({ text: z.string(), version: z.int() }),
  }),
  checkPack: post('/pack-checks', {
    summary: 'Check the YAML of a pack without loading it',
    needs: 'pack.load',
    body: z.object({ text: z.string().max(1_000_000) }),
    returns: PackCheck,
  }),
  loadPack: post('/packs', {
    summary: 'Load a pack: a new one starts a programme, a newer version replaces the loaded one',
    needs: 'pack.load',
    body: z.object({ text: z.string().max(1_000_000) }),
    returns: PackSummary,
  }),
}
