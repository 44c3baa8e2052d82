// How people write times, lengths and kinds of service in a spreadsheet.
import { mismatch, nothing, type Parsed, readPlain } from '../organizations/import/index.ts'
import { type ServiceKind, serviceKinds } from './service.ts'

type Cell = Parameters<typeof readPlain>[0]

/** 14:00, 14点30分, 下午2:30, or the fraction of a day that a spreadsheet keeps; as `14:30`. */
export function parseClock(cell: Cell): Parsed<string> {
  if (typeof cell === 'number' && cell >= 0 && cell < 1)
    return { ok: clockOf(Math.round(cell * 1440) % 1440) }
  if (typeof cell === 'object' && cell !== null && 'time' in cell && cell.time)
    return { ok: cell.time.slice(0, 5) }
  const read = readPlain(cell)
  if ('problem' in read) return read
  if (read.text === '') return nothing
  const [, half, hours, minutes = '0'] =
    /^(上午|早上|中午|下午|晚上)?(\d{1,2})(?:[:时点](?:(\d{1,2})分?)?)?(?::\d{2})?$/.exec(
      read.text.replace(/\s/g, ''),
    ) ?? []
  if (hours === undefined) return mismatch(read.text, '时间，例如 14:30')
  const later = (half === '下午' || half === '晚上') && Number(hours) < 12 ? 12 : 0
  const total = (Number(hours) + later) * 60 + Number(minutes || 0)
  return total < 1440 && Number(minutes) < 60
    ? { ok: clockOf(total) }
    : mismatch(read.text, '时间，例如 14:30')
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** 2, 2.5, 2小时, 2小时30分, 90分钟; as minutes. */
export function parseLength(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return withinADay(Math.round(cell * 60), String(cell))
  const read = readPlain(cell)
  if ('problem' in read) return read
  const text = read.text.replace(/\s/g, '')
  if (text === '') return nothing
  if (/^\d+(\.\d+)?$/.test(text)) return withinADay(Math.round(Number(text) * 60), text)
  const [whole, hours = '0', minutes = '0'] =
    /^(?:(\d+(?:\.\d+)?)(?:个?小时|h|时))?(?:(\d+)分钟?)?$/i.exec(text) ?? []
  return whole
    ? withinADay(Math.round(Number(hours) * 60) + Number(minutes), text)
    : mismatch(text, '小时数，例如 2.5')
}

const withinADay = (minutes: number, text: string): Parsed<number> =>
  minutes >= 1 && minutes <= 1440 ? { ok: minutes } : mismatch(text, '不超过 24 的小时数，例如 2.5')

/** Our own words, or other ones as 其他, which is said. */
export function parseKind(cell: Cell): Parsed<ServiceKind> {
  const read = readPlain(cell)
  if ('problem' in read) return read
  if (read.text === '') return nothing
  const found = Object.entries(serviceKinds).find(([, label]) => label === read.text)
  if (found) return { ok: found[0] as ServiceKind }
  return { ok: 'other', warning: `没有“${read.text}”这个服务类别，按“其他”读取` }
}

/** 是, 已确认, √. */
export function parseConfirmed(cell: Cell): Parsed<boolean> {
  const read = readPlain(cell)
  if ('problem' in read) return read
  if (/^(是|已确认|√|✓|y|yes|1)$/i.test(read.text)) return { ok: true }
  return /^(|否|待确认|未确认|×|n|no|0)$/i.test(read.text) ? { ok: false } : mismatch(read.text, '“是”或“否”')
}
