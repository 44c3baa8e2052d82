// What is typed about one occasion of service, and what is sent.
import { dayFromText } from '../../../ui/day-text.ts'
import type { Entry } from '../service.ts'
import type { ServiceBody } from './volunteer-queries.ts'

export type TypedService = {
  on: string
  from?: string
  until?: string
  hours?: string
  kind: string
  activity: string
}

/** 14:00 of 14：00, 14点, 9:5; the text itself where it is no time, so that the server says so. */
export function clockFromText(text: string | undefined): string | null {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return null
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:点时](\d{1,2})?分?)?$/.exec(plain) ?? []
  return hours === undefined ? plain : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** Minutes of 2.5; null for none. */
export function minutesFromText(text: string | undefined): number | null {
  const hours = Number((text ?? '').normalize('NFKC').replace(/小时$/, ''))
  return hours > 0 ? Math.round(hours * 60) : null
}

export const serviceBody = (typed: TypedService): ServiceBody => ({
  ...{ on: dayFromText(typed.on) ?? typed.on, activity: typed.activity },
  ...{ from: clockFromText(typed.from), until: clockFromText(typed.until) },
  minutes: minutesFromText(typed.hours),
  kind: typed.kind as ServiceBody['kind'],
})

/** What stands on record, to be corrected. */
export const typedFrom = ({ servedOn, startsAt, endsAt, minutes, kind, activity }: Entry): TypedService => ({
  ...{ on: servedOn, kind, activity, hours: String(Math.round(minutes / 0.6) / 100) },
  ...(startsAt && endsAt ? { from: startsAt.slice(11), until: endsAt.slice(11) } : {}),
})
