// Parameters of certificates: number, validity, who issues them, what stands on them.
import { z } from 'zod'
import { whyNotTemplate } from './number-template.ts'
import { ruleKey } from './rule-key.ts'

const taicang = { document: '太仓市《关于加强社区社会组织培育发展的实施意见》', clause: '完善分类管理' }

const Template = z.string().superRefine((text, ctx) => {
  const message = whyNotTemplate(text)
  if (message) ctx.addIssue({ code: 'custom', message })
})

/** `{area}` stands for the name of the area with that of its county. */
const BodyName = z
  .string()
  .max(30)
  .refine((text) => text.split('{area}').length === 2, '要有一处 {area}')

export const certificatesKeys = {
  'certificate.title': ruleKey({
    title: '备案证书的名称',
    schema: z.string().trim().min(4).max(16),
    base: '社区社会组织备案证书',
    source: 'default',
  }),
  'certificate.number': ruleKey({
    title: '备案证书的编号规则',
    schema: Template,
    base: '{county6}{township3}-{category}-{year}-{serial4}',
    source: 'default',
  }),
  'certificate.validYears': ruleKey({
    title: '备案证书的有效期（年）；空着是长期有效',
    schema: z.int().min(1).max(20).nullable(),
    base: 3,
    source: 'default',
  }),
  'certificate.renewWithin': ruleKey({
    title: '到期前多少天起提醒并可以换发',
    schema: z.int().min(1).max(365),
    base: 30,
    source: 'default',
  }),
  'certificate.issuer': ruleKey({
    title: '备案证书由谁核发',
    schema: z.enum(['township', 'county']),
    base: 'township',
    source: taicang,
  }),
  'certificate.bodies': ruleKey({
    title: '发证机关的写法',
    schema: z.object({
      subdistrict: BodyName,
      town: BodyName,
      zone: BodyName,
      county: BodyName,
    }),
    base: {
      subdistrict: '{area}办事处',
      town: '{area}人民政府',
      zone: '{area}管理委员会',
      county: '{area}民政局',
    },
    source: 'default',
  }),
  'certificate.leader': ruleKey({
    title: '备案证书上印负责人姓名',
    schema: z.boolean(),
    base: true,
    source: 'default',
  }),
} as const
