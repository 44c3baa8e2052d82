// Where a value comes from, in words: its clause, or that it is a default which may be edited.
import type { RuleClause } from './rule-set.ts'

/** `areaName` null: what holds where no set says otherwise. */
export type Origin = { clause: RuleClause | null; isDefault: boolean; areaName: string | null }

/** 《社会团体登记管理条例》第十条, 默认，可修改, 太仓市规定. */
export function originWords({ clause, isDefault, areaName }: Origin): string {
  if (clause) return `${titled(clause.document)}${clause.clause}`
  if (isDefault) return '默认，可修改'
  return `${areaName ?? ''}规定`
}

const titled = (document: string): string => (document.includes('《') ? document : `《${document}》`)
