// How versions of a charter are spoken of on pages.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { Charter, CharterStatus, CharterSummary } from '../charter.ts'
import { dayText } from '../day-text.ts'

export const statusTones: Readonly<Record<CharterStatus, Tone>> = {
  draft: 'none',
  refused: 'overdue',
  adopted: 'onCourse',
  inForce: 'met',
  superseded: 'judged',
  discarded: 'none',
}

/** 第 2 版; before it has a number what it is. */
export function versionName({ version, status, kind, draftedOn }: CharterSummary): string {
  if (version !== null) return `第 ${version} 版`
  if (status === 'draft') return kind === 'paper' ? '待登记的纸质章程' : '草稿'
  return `${dayText(draftedOn)}起草的一稿`
}

/** One sentence about a version: how it came about and when it holds. */
export function versionSentence(one: CharterSummary): string {
  return [voteText(one), forceText(one), one.onBehalf ? '由他人代为填写' : null].filter(Boolean).join(' · ')
}

function voteText({ vote, status, kind }: CharterSummary): string {
  if (vote) return `${dayText(vote.heldOn)}表决${vote.result === 'adopted' ? '通过' : '未通过'}`
  return status === 'draft' ? '还没有表决' : kind === 'paper' ? '没有表决记录' : '没有表决'
}

function forceText({ inForceOn, endedOn, status }: CharterSummary): string | null {
  if (inForceOn && endedOn) return `${dayText(inForceOn)}起，到${dayText(endedOn)}前有效`
  if (inForceOn) return `自${dayText(inForceOn)}起有效`
  return status === 'adopted' ? '还没有定生效日期' : null
}

export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((part / whole) * 100)}%`

/** What can be compared with a version: the others that have a text. */
export const comparable = (charter: Charter): CharterSummary[] =>
  charter.kind === 'paper'
    ? []
    : charter.versions.filter(
        ({ id, kind, status }) => id !== charter.id && kind === 'written' && status !== 'discarded',
      )
