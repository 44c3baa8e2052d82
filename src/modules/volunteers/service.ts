// The words for hours of volunteer service (志愿服务时长), and the shape of an entry.
import { z } from 'zod'
import { DayField, IdField, words } from '../../kernel/fields.ts'

export const serviceKinds = {
  community: '社区服务',
  elderly: '为老助残',
  children: '关爱儿童',
  culture: '文体科教',
  environment: '环境保护',
  safety: '平安巡防',
  mediation: '邻里调解',
  event: '活动保障',
  rescue: '应急救援',
  other: '其他',
} as const
export type ServiceKind = keyof typeof serviceKinds

export const serviceStatuses = {
  waiting: '待确认',
  confirmed: '已确认',
  refused: '未通过',
  corrected: '已更正',
  withdrawn: '已撤回',
} as const
export type ServiceStatus = keyof typeof serviceStatuses

export const KindField = z.enum(Object.keys(serviceKinds) as [ServiceKind, ...ServiceKind[]])
export const StatusField = z.enum(Object.keys(serviceStatuses) as [ServiceStatus, ...ServiceStatus[]])

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，例如 14:00')

/** When somebody served: from–until by the clock, or only how long. An end before the beginning is on the next day. */
export const ServiceTime = z.object({
  on: DayField,
  from: Clock.nullable().default(null),
  until: Clock.nullable().default(null),
  /** Without breaks; null: all the time between. */
  minutes: z
    .int('请填写时长')
    .min(1, '时长至少 1 分钟')
    .max(1440, '一次不能超过 24 小时')
    .nullable()
    .default(null),
})
export type ServiceTime = z.infer<typeof ServiceTime>

export const ServiceDraft = ServiceTime.extend({ kind: KindField, activity: words(100) })
export type ServiceDraft = z.infer<typeof ServiceDraft>

export const Entry = z.object({
  id: IdField,
  member: IdField,
  name: z.string(),
  team: IdField,
  teamName: z.string(),
  organizationName: z.string(),
  areaName: z.string(),
  kind: KindField,
  activity: z.string(),
  servedOn: z.string(),
  /** `2023-09-01T14:00`, by the clock in China. */
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  minutes: z.int(),
  status: StatusField,
  dueOn: z.string(),
  reason: z.string().nullable(),
  /** What the volunteer finds wrong, and why it stays as it is all the same. */
  objection: z.string().nullable(),
  answer: z.string().nullable(),
  corrects: IdField.nullable(),
  /** Confirmed by whoever recorded it, because nobody else was there to do it. */
  selfConfirmed: z.boolean(),
  /** Recorded by the reader, and somebody else is there to confirm it. */
  waitsForAnother: z.boolean(),
  may: z.array(z.string()),
})
export type Entry = z.infer<typeof Entry>

/** 已确认（自行确认）: how it stands, and on whose word. */
export const standingText = ({ status, selfConfirmed }: Pick<Entry, 'status' | 'selfConfirmed'>): string =>
  status === 'confirmed' && selfConfirmed
    ? `${serviceStatuses.confirmed}（自行确认）`
    : serviceStatuses[status]

/** 2.5 小时. */
export const hoursText = (minutes: number): string =>
  `${(minutes / 60).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 小时`
