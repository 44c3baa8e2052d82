// How the pages speak of posts and certificates.
import { employments, grades, type Post, sites, type Worker, type WorkerCertificate } from '../worker.ts'

/** 浮桥镇 牌楼社区 · 社区（村）; an organization or a station by its name. */
export const placeWords = ({ organization, station, areaName, site }: Post): string =>
  (organization ?? station)?.name ?? (site === 'community' ? areaName : `${areaName} · ${sites[site]}`)

export const employmentWords = ({ post }: Pick<Worker, 'post'>): string =>
  post.endsOn ? `${post.endsOn} 离开` : employments[post.employment]

export const spanWords = ({ startsOn, endsOn }: Post): string =>
  endsOn ? `${startsOn} 至 ${endsOn}` : `${startsOn} 起`

export const gradeWords = ({ grade }: Pick<Worker, 'grade'>): string => grades[grade]

/** How a certificate stands on a day. */
export function standingOf(
  { validUntil, renewFrom }: WorkerCertificate,
  today: string,
): { tone: 'met' | 'behind' | 'overdue'; word: string } {
  if (validUntil === null) return { tone: 'met', word: '长期有效' }
  if (validUntil < today) return { tone: 'overdue', word: `${validUntil} 已到期` }
  const due = renewFrom !== null && renewFrom <= today
  return due
    ? { tone: 'behind', word: `${validUntil} 到期，请继续登记` }
    : { tone: 'met', word: `有效期至 ${validUntil}` }
}
