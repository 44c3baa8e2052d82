// The small field types that every contract shares, with Chinese messages.
import { z } from 'zod'
import { asMinute, type Minute } from './minute.ts'
import { asDay, type Day } from './time.ts'

export const DayField = z
  .string()
  .refine((text) => asDay(text) !== null, '请填写存在的日期，例如 2023-12-31')
  .transform((text) => text as Day)

export const MinuteField = z
  .string()
  .refine((text) => asMinute(text) !== null, '请填写日期和时间，例如 2023-12-31 14:00')
  .transform((text) => text as Minute)

export const AreaCodeField = z.string().regex(/^\d{12}$/, '请填写 12 位区划代码')

export const IdField = z.uuid('编号不正确')

/** A person's words: trimmed, not empty, at most `max` characters. */
export const words = (max: number) => z.string().trim().min(1, '请填写').max(max, `最多 ${max} 个字`)

export const count = (max: number) => z.int('请填写整数').min(0, '不能小于 0').max(max, `不能大于 ${max}`)

/** A query parameter that may be given once or several times. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(item).optional(),
  )

/** `?flag=true` in a URL. */
export const FlagQuery = z.enum(['true', 'false']).transform((text) => text === 'true')
