// The endpoints of programmes: where every target stands, how that was computed, and which records are behind it.
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'

export const States = z.enum([
  'met',
  'onCourse',
  'behind',
  'overdue',
  'notCollected',
  'judged',
  'notApplicable',
])

const AreaRef = z.object({ code: AreaCodeField, name: z.string(), level: z.string() })

/** One target of a programme as it stands in an area on a day, in words and in the numbers that a bar needs. */
export const TargetRow = z.object({
  target: z.string(),
  title: z.string(),
  clause: z.string(),
  quote: z.string(),
  /** 必须, 力争, 鼓励, 探索, 原则上. */
  strength: z.string(),
  judge: z.string(),
  state: States,
  /** "16 / 20 · 80%"; "—" when nothing can be said. */
  value: z.string(),
  /** "932 ÷ 88", or null. */
  detail: z.string().nullable(),
  /** "≥ 10 个". */
  threshold: z.string(),
  /** "还差 37 个，涉及 12 个社区". */
  gap: z.string(),
  /** How many units fail, and what they are called: opens the breakdown. */
  failingUnits: z.int().nullable(),
  unitWord: z.string().nullable(),
  due: DayField,
  /** Share of the threshold that is reached, 0–1, and where a straight line would be today. */
  reached: z.number().nullable(),
  expected: z.number().nullable(),
  /** For averages: the same population read one by one. */
  each: z.object({ passing: z.int(), total: z.int(), words: z.string() }).nullable(),
  years: z.array(z.object({ year: z.int(), state: States, value: z.string(), gap: z.string() })).nullable(),
  verdict: z
    .object({
      id: z.string(),
      result: z.string(),
      on: DayField,
      by: z.string(),
      evidence: z.string(),
      /** Name of the paper behind it, or null. */
      file: z.string().nullable(),
    })
    .nullable(),
  /** Ids of the readings printed as footnotes. */
  readings: z.array(z.string()),
  /** The reader may judge it (a target for a person's judgement). */
  mayJudge: z.boolean(),
})
export type TargetRow = z.infer<typeof TargetRow>

export const ProgrammeSummary = z.object({
  id: IdField,
  pack: z.string(),
  title: z.string(),
  area: AreaRef,
  from: DayField,
  to: DayField,
  demo: z.boolean(),
  /** A sentence when the document names no place and this one is an example. */
  example: z.string().nullable(),
  /** The highest area of this programme that the reader may see: where their page begins. */
  start: AreaRef,
})
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>

const Paper = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  note: z.string().nullable(),
})

/** The programme in words, as its pack declares it. */
export const ProgrammeView = ProgrammeSummary.extend({
  version: z.int(),
  document: z.object({
    number: z.string().nullable(),
    title: z.string(),
    issuer: z.string().nullable(),
    issuedOn: z.string().nullable(),
    basedOn: z.array(Paper),
    errata: z.array(
      z.object({ clause: z.string(), says: z.string(), should: z.string(), note: z.string().nullable() }),
    ),
  }),
  phases: z.array(
    z.object({ id: z.string(), title: z.string(), clause: z.string(), from: DayField, to: DayField }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clause: z.string(),
      responsible: z.array(z.string()),
      due: DayField.nullable(),
      evidence: z.string(),
    }),
  ),
  categories: z.array(
    z.object({ id: z.string(), title: z.string(), clause: z.string(), from: z.array(z.string()) }),
  ),
  terms: z.array(z.object({ word: z.string(), clause: z.string(), means: z.string() })),
  series: z.array(z.object({ id: z.string(), title: z.string(), clause: z.string() })),
  rules: z.array(z.object({ id: z.string(), title: z.string(), clause: z.string(), value: z.string() })),
  readings: z.array(
    z.object({
      id: z.string(),
      word: z.string(),
      clause: z.string(),
      reading: z.string(),
      by: z.string(),
      on: DayField,
    }),
  ),
})
export type ProgrammeView = z.infer<typeof ProgrammeView>

export const FiguresView = z.object({
  area: AreaRef,
  /** From the programme's area down, as far as the reader may see; the area itself left out. */
  ancestors: z.array(AreaRef),
  asOf: DayField,
  today: DayField,
  from: DayField,
  to: DayField,
  /** How many targets are in each state. */
  counts: z.partialRecord(States, z.int()),
  /** "距期限还有 128 天。6 项目标中 1 项达标……" */
  sentence: z.string(),
  rows: z.array(TargetRow),
})
export type FiguresView = z.infer<typeof FiguresView>

/** A unit or an area below, under one target. */
export const Tile = AreaRef.extend({
  settlement: z.string(),
  /** Name of the area directly above, to group tiles by. */
  under: z.string(),
  state: States,
  /** 0 nothing lacks, 1 a little (one record or one part), 2 more; null: no statement. */
  severity: z.int().min(0).max(2).nullable(),
  value: z.string(),
  gap: z.string(),
  reached: z.number().nullable(),
  /** An average read each by each: how many of its units reach it by themselves; null for any other target. */
  each: z.object({ passing: z.int(), total: z.int() }).nullable(),
  /** The page can go on down from here. */
  below: z.boolean(),
})
export type Tile = z.infer<typeof Tile>

export const Breakdown = z.object({
  row: TargetRow,
  area: AreaRef,
  ancestors: z.array(AreaRef),
  asOf: DayField,
  today: DayField,
  from: DayField,
  /** The areas directly below, each with its own figure, worst first. */
  children: z.array(Tile),
  /** The units that the target speaks of, by code, or null when there are too many for one picture. */
  units: z.array(Tile).nullable(),
  unitCount: z.int(),
  /** What the units are: 社区. */
  unitWord: z.string(),
  /** How the figure was computed: formula, numbers, population, what was left out and why. */
  explanation: z.array(z.string()),
  footnotes: z.array(z.string()),
  /** What fulfils it when it is put on record, each with the address of the form, filled in. */
  entries: z.array(z.object({ title: z.string(), path: z.string() })),
})
export type Breakdown = z.infer<typeof Breakdown>

/** One record that was counted. */
export const FigureRecord = z.object({
  id: z.string(),
  label: z.string(),
  areaName: z.string(),
  since: DayField.nullable(),
  quantity: z.number(),
  /** A few attributes in words: 公益慈善 · 备案. */
  note: z.string(),
  /** Page of the record, or null when it has none. */
  link: z.string().nullable(),
})
export type FigureRecord = z.infer<typeof FigureRecord>

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
