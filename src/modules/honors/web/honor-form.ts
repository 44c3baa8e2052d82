// The form of a title: what stands in it at first, and what it becomes when it is sent.
import { dayFromText } from '../../../ui/day-text.ts'
import {
  type HonorKind,
  type HonorLevel,
  type HonorSubject,
  type HonorTheme,
  honorKinds,
  honorLevels,
  honorSubjects,
  subjectsOf,
  takes,
  titleOf,
} from '../honor.ts'
import type { HonorDraft } from '../honor-drafts.ts'

export const ways = { nominate: '提名，走评审和公示', record: '登记已经公布的' } as const

export type HonorValues = {
  way: keyof typeof ways
  kind: HonorKind
  about: { subject: HonorSubject; organization?: string; area?: string; project?: string; name?: string }
  level: HonorLevel
  title: string
  year: number
  theme: HonorTheme
  reason: string
  on: string
  validUntil: string | null
  document: string
}

const isKind = (text: string | null): text is HonorKind => text !== null && Object.hasOwn(honorKinds, text)
const isSubject = (text: string | null): text is HonorSubject =>
  text !== null && Object.hasOwn(honorSubjects, text)
const isLevel = (text: string | null): text is HonorLevel => text !== null && Object.hasOwn(honorLevels, text)

/** Chosen for a project that is not on record. */
export const unlisted = 'unlisted'

type Known = { today: string; level: string | undefined; area: string | undefined }

/** From the address (`?kind=pilot&subject=area`), the day, and where the person works. */
export function firstValues(search: URLSearchParams, { today, level, area }: Known): Partial<HonorValues> {
  const [given, wanted, at] = [search.get('kind'), search.get('subject'), search.get('level')]
  const kind = isKind(given) ? given : 'brand'
  const subject = isSubject(wanted) && takes(kind, wanted) ? wanted : subjectsOf[kind][0]
  const organization = search.get('organization')
  return {
    ...{ way: 'nominate', kind, year: Number(today.slice(0, 4)), title: titleOf(kind, subject) },
    about: {
      subject,
      ...(organization && { organization }),
      ...(level === 'community' && area !== undefined && { area }),
    },
    level: isLevel(at) ? at : usualLevel(kind, level),
    theme: 'organizations',
    on: today,
  }
}

/** Officers nominate for their own level most often; a worker for the township's pilots and the county's brands. */
function usualLevel(kind: HonorKind, at: string | undefined): HonorLevel {
  if (at === 'community') return kind === 'pilot' ? 'township' : 'county'
  return at === 'township' || at === 'county' ? at : 'city'
}

export function draftOf({ kind, about, level, title, year, theme, reason }: HonorValues): HonorDraft {
  return {
    ...{ kind, level, title, year: Number(year), reason },
    theme: kind === 'pilot' ? theme : null,
    about: aboutOf(about),
  }
}

function aboutOf({
  subject,
  organization = '',
  area = '',
  project,
  name = '',
}: HonorValues['about']): HonorDraft['about'] {
  if (subject === 'area') return { subject, area }
  if (subject === 'organization') return { subject, organization }
  return project && project !== unlisted
    ? { subject, organization, project }
    : { subject, organization, name }
}

export type AwardValues = { on: string; validUntil?: string | null; document?: string }

/** An award as it is sent. */
export const awardOf = ({ on, validUntil, document }: AwardValues) => ({
  on: dayFromText(on) ?? on,
  validUntil: validUntil ? (dayFromText(validUntil) ?? validUntil) : null,
  document: document?.trim() ? document : null,
})
