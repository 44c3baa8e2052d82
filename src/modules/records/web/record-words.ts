// Addresses and words that the pages of records share.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { RecordStatus } from '../record.ts'

export const statusTones = {
  standing: 'met',
  corrected: 'none',
  withdrawn: 'none',
} as const satisfies Record<RecordStatus, Tone>

/** `back`: the target's page from which somebody came. */
export const recordPath = (id: string, back: string | null = null): string =>
  `/records/${id}${back ? `?${new URLSearchParams({ back })}` : ''}`

/** Only addresses of our own pages lead back. */
export function backFrom(search: URLSearchParams): { to: string; label: string } {
  const back = search.get('back') ?? ''
  if (back.startsWith('/programmes/')) return { to: back, label: '回到目标' }
  const organization = search.get('organization')
  return organization
    ? { to: `/organizations/${organization}#records`, label: '回到组织' }
    : { to: '/records', label: '记录' }
}
