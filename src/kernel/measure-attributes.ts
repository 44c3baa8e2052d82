// Attributes that several measures share, and short ways to write others.
import type { Attribute } from './measure.ts'

export const choice = (title: string, choices: Readonly<Record<string, string>>): Attribute => ({
  title,
  kind: 'choice',
  choices,
})
export const flag = (title: string): Attribute => ({ title, kind: 'flag' })
export const number = (title: string): Attribute => ({ title, kind: 'number' })
export const text = (title: string): Attribute => ({ title, kind: 'text' })

export const level = choice('级别', {
  province: '省级',
  city: '市级',
  county: '县（区）级',
  township: '街道（乡镇）级',
  community: '社区（村）级',
})
export const subject = choice('主体', { organization: '社区社会组织', project: '项目', area: '地区' })
export const theme = choice('主题', {
  organizations: '社区社会组织培育',
  rural: '农村社区社会组织培育',
  deliberation: '协商议事',
  other: '其他',
})
