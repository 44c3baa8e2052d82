// What the matrix expects of one call, from the rules alone.
import type { Endpoint } from '../../../src/kernel/endpoint.ts'
import { mayAlong, mayAnywhere, mayAt, type Posting, type Tree } from './naive.ts'
import type { Sample } from './samples.ts'
import type { Place } from './scene.ts'

export function expectedStatus(
  tree: Tree,
  postings: readonly Posting[],
  { needs }: Endpoint,
  sample: Sample,
  place: string,
  at: Place,
): number {
  const isStranger = postings.length === 0
  if (isStranger && needs !== 'public') return 401
  if (needs !== 'public' && needs !== 'signedIn' && !mayAnywhere(postings, needs)) return 403
  if (sample.kind === 'own') return sample.answers
  if (sample.kind === 'list') return 200
  if (place === 'nowhere' || !reaches(tree, postings, sample.see, sample, at)) return 404
  return reaches(tree, postings, needs, sample, at) ? 200 : 403
}

/** Whether the thing of the place belongs into the answer of a list. */
export const expectedFound = (
  tree: Tree,
  postings: readonly Posting[],
  { needs }: Endpoint,
  sample: Sample,
  place: string,
  at: Place,
): boolean => place !== 'nowhere' && reaches(tree, postings, needs, sample, at)

function reaches(
  tree: Tree,
  postings: readonly Posting[],
  action: string,
  sample: Sample,
  at: Place,
): boolean {
  if (sample.kind === 'own') return true
  const area = sample.lies(at)
  if (sample.reach === 'along') return mayAlong(tree, postings, action, area)
  if (sample.reach === 'exactly') return postings.some((posting) => posting.area === area)
  return mayAt(tree, postings, action, area)
}
