// Parameters of honours: public notice, time limits, how long a title holds, and by when townships name pilots.
import { z } from 'zod'
import { asDay } from '../../../kernel/time.ts'
import { ruleKey } from './rule-key.ts'

const limit = z.object({ days: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) })
const workingDays = (days: number) => ({ days, unit: 'workingDays' as const })
const day = z
  .string()
  .max(10)
  .refine((text) => asDay(text) !== null, '请填写存在的日期，例如 2022-05-07')

export const honorsKeys = {
  'honors.notice': ruleKey({
    title: '评审通过后公示多久；不要求的，评审通过就确定',
    schema: z.object({
      brand: limit.nullable(),
      model: limit.nullable(),
      pilot: limit.nullable(),
      observationSite: limit.nullable(),
    }),
    base: { brand: workingDays(5), model: workingDays(5), pilot: null, observationSite: null },
    source: 'default',
  }),
  'honors.reviewWithin': ruleKey({
    title: '提名后，多久之内评审',
    schema: limit,
    base: workingDays(20),
    source: 'default',
  }),
  'honors.awardWithin': ruleKey({
    title: '公示期满后，多久之内公布',
    schema: limit,
    base: workingDays(10),
    source: 'default',
  }),
  'honors.validYears': ruleKey({
    title: '品牌、示范称号的有效期（年）；空着是长期有效',
    schema: z.int().min(1).max(20).nullable(),
    base: null,
    source: 'default',
  }),
  'honors.objectTo': ruleKey({
    title: '公示期内怎样提出异议',
    schema: z.string().trim().min(10).max(300),
    base: '对公示的内容有异议的，请在公示期内向公示单位当面、书面或打电话反映，说明具体事实。反映人的情况会保密。',
    source: 'default',
  }),
  'honors.pilotsBy': ruleKey({
    title: '各街道（乡镇）最迟哪一天报送试点社区；空着不要求',
    schema: day.nullable(),
    base: null,
    source: 'default',
  }),
  'honors.pilotsEach': ruleKey({
    title: '每个街道（乡镇）至少选几个试点社区',
    schema: z.int().min(1).max(20),
    base: 1,
    source: 'default',
  }),
} as const
