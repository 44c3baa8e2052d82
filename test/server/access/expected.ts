// What the matrix expects of one call, from the rules alone.
import type { Endpoint } from '../../../src/kernel/endpoint.ts'
import { mayAlong, mayAnywhere, mayAt, mayOwn, type Tree } from './naive.ts'
import type { Sample } from './samples.ts'
import type { Asking, Place } from './scene.ts'

export function expectedStatus(
  tree: Tree,
  asking: Asking,
  { needs }: Endpoint,
  sample: Sample,
  place: string,
  at: Place,
): number {
  const isStranger = asking.postings.length === 0
  if (isStranger && needs !== 'public') return 401
  if (needs !== 'public' && needs !== 'signedIn' && !mayAnywhere(asking.postings, needs)) return 403
  if (sample.kind === 'own') return sample.answers
  if (sample.kind === 'list') return 200
  if (place === 'nowhere' || !reaches(tree, asking, sample.see, sample, at)) return 404
  return reaches(tree, asking, needs, sample, at) ? 200 : 403
}

/** Whether the thing of the place belongs into the answer of a list. */
export const expectedFound = (
  tree: Tree,
  asking: Asking,
  { needs }: Endpoint,
  sample: Sample,
  place: string,
  at: Place,
): boolean => place !== 'nowhere' && reaches(tree, asking, needs, sample, at)

function reaches(tree: Tree, asking: Asking, action: string, sample: Sample, at: Place): boolean {
  if (sample.kind === 'own') return true
  const { postings } = asking
  if (sample.kept && asking.ownIds.includes(at.keptBy) && mayOwn(postings, action)) return true
  const area = sample.lies(at)
  if (sample.reach === 'along') return mayAlong(tree, postings, action, area)
  if (sample.reach === 'exactly') return postings.some((posting) => posting.area === area)
  return mayAt(tree, postings, action, area)
}
