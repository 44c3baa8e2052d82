// Yes, no and nobody knows: 是 否 有 无 √ × 已建 未建 不详 /.
import { mismatch, nothing, type Parsed, readPlain, saysUnknown } from './parsed.ts'
import type { Cell } from './table.ts'

const yes =
  /^(是|有|对|√|✓|✔|☑|■|●|y|yes|true|1|已|已建|已建立|已成立|已设立|已设置|已制定|已有|建立|具备|符合)$/i
const no =
  /^(否|无|没有|不是|非|未|×|✗|✘|✕|x|☐|□|○|n|no|false|0|未建|未建立|未成立|未设立|未设置|未制定|没|暂无|尚无|不具备|不符合|无章程)$/i

/** True, false, or null for 不详, / and an empty cell. */
export function parseFlag(cell: Cell): Parsed<boolean> {
  if (typeof cell === 'boolean') return { ok: cell }
  const read = readPlain(cell)
  if ('problem' in read) return read
  const text = read.text.replace(/\s+/g, '')
  if (text === '' || saysUnknown(text) || /^([-—–/\\.]+|不适用|n\/?a)$/i.test(text)) return nothing
  if (yes.test(text)) return { ok: true }
  if (no.test(text)) return { ok: false }
  return mismatch(text, '“是”或“否”，不清楚时填“不详”')
}

export const formatFlag = (flag: boolean): string => (flag ? '是' : '否')
