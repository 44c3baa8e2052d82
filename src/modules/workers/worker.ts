// What a social worker is: where, how employed, with which certificates.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { pageOf } from '../../kernel/page.ts'
import { TrainingBrief } from '../training/training.ts'

/** Grades of the national qualification, the lowest first. */
export const certifiedGrades = {
  assistant: '助理社会工作师',
  qualified: '社会工作师',
  senior: '高级社会工作师',
} as const
export type CertifiedGrade = keyof typeof certifiedGrades

export const grades = { ...certifiedGrades, none: '未持证' } as const
export type Grade = keyof typeof grades

export const employments = { full: '专职', part: '兼职' } as const
export type Employment = keyof typeof employments

export const sites = {
  community: '社区（村）',
  station: '社会工作服务站',
  organization: '社会组织',
  other: '其他单位',
} as const
export type Site = keyof typeof sites

const keysOf = <K extends string>(table: Readonly<Record<K, string>>) => Object.keys(table) as [K]

export const GradeField = z.enum(keysOf(grades))
export const CertifiedGradeField = z.enum(keysOf(certifiedGrades))
export const EmploymentField = z.enum(keysOf(employments))

/** Letters, digits and the brackets, strokes and blanks that certificates bear; not a sentence. */
export const CertificateNumber = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase())
  .refine(
    (text) => /^[\p{Script=Han}A-Z0-9()[\]〔〕/-]{4,40}$/u.test(text),
    '证书编号是 4 至 40 个字母、数字',
  )

export const PostDraft = z
  .object({
    site: z.enum(keysOf(sites)),
    /** Where; an organization's own area goes before it. */
    area: AreaCodeField,
    organization: IdField.nullable().default(null),
    /** One of the platforms of that kind; its own area goes before it. */
    station: IdField.nullable().default(null),
    /** The name of one that is not among the platforms. */
    stationWords: words(60).nullable().default(null),
    employment: EmploymentField,
    from: DayField,
  })
  .refine(({ site, organization }) => (site === 'organization') === (organization !== null), {
    path: ['organization'],
    message: '请选择所在的组织',
  })
  .refine(({ station, stationWords }) => station === null || stationWords === null, {
    path: ['stationWords'],
    message: '选了服务站就不用再写名称',
  })
  .refine(({ site, station, stationWords }) => site === 'station' || (station ?? stationWords) === null, {
    path: ['station'],
    message: '只有在社会工作服务站工作的才选服务站',
  })
export type PostDraft = z.output<typeof PostDraft>

export const CertificateDraft = z
  .object({
    grade: CertifiedGradeField,
    number: CertificateNumber.nullable().default(null),
    obtainedOn: DayField,
    validUntil: DayField.nullable().default(null),
  })
  .refine(({ obtainedOn, validUntil }) => validUntil === null || validUntil >= obtainedOn, {
    path: ['validUntil'],
    message: '到期日期不能早于取得日期',
  })
export type CertificateDraft = z.output<typeof CertificateDraft>

export const WorkerDraft = z.object({
  name: words(40),
  post: PostDraft,
  certificate: CertificateDraft.nullable().default(null),
  /** That it is another person than the one of the same name at that place. */
  another: z.boolean().default(false),
})
export type WorkerDraft = z.output<typeof WorkerDraft>

const Place = z.object({ id: IdField, name: z.string() })

export const Post = z.object({
  id: IdField,
  site: z.enum(keysOf(sites)),
  area: AreaCodeField,
  areaName: z.string(),
  organization: Place.nullable(),
  /** Without an id where it is not among the platforms; null where it is not known. */
  station: z.object({ id: IdField.nullable(), name: z.string() }).nullable(),
  employment: EmploymentField,
  startsOn: z.string(),
  /** The first day on which it is held no more. */
  endsOn: z.string().nullable(),
})
export type Post = z.infer<typeof Post>

export const WorkerCertificate = z.object({
  id: IdField,
  grade: CertifiedGradeField,
  number: z.string().nullable(),
  obtainedOn: z.string(),
  validUntil: z.string().nullable(),
  renewFrom: z.string().nullable(),
})
export type WorkerCertificate = z.infer<typeof WorkerCertificate>

/** A line of the list: the post held now or last, and the highest certificate that holds today. */
export const Worker = z.object({
  id: IdField,
  name: z.string(),
  post: Post,
  grade: GradeField,
  certificate: WorkerCertificate.nullable(),
  demo: z.boolean(),
  may: z.array(z.string()),
})
export type Worker = z.infer<typeof Worker>

export const WorkerPage = Worker.extend({
  posts: z.array(Post),
  certificates: z.array(WorkerCertificate),
  /** Name of the account that sees the own record, or null. */
  account: z.string().nullable(),
})
export type WorkerPage = z.infer<typeof WorkerPage>

/** A training at which a social worker was, on that day. */
export const WorkerTraining = TrainingBrief.extend({
  /** Of the training; only for those who may open it. */
  id: IdField.nullable(),
  attendedOn: DayField,
})
export type WorkerTraining = z.infer<typeof WorkerTraining>

/** The newest first; sums are of all pages. */
export const WorkerTrainings = pageOf(WorkerTraining).extend({
  /** How many in a year, the newest first. */
  years: z.array(z.object({ year: z.int(), trainings: z.int() })),
  /** Of namesakes who may each have been there; given to none of them. */
  unassigned: z.int(),
})
export type WorkerTrainings = z.infer<typeof WorkerTrainings>

/** Somebody who works at a place, as those see it who work with the person: no certificate number. */
export const Colleague = z.object({
  /** Only for those who may open the record. */
  id: IdField.nullable(),
  name: z.string(),
  grade: GradeField,
  employment: EmploymentField,
  since: z.string(),
})
export type Colleague = z.infer<typeof Colleague>
