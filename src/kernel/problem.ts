// What is wrong, where, and how to mend it: the only error that a person is meant to read.

/** HTTP status a problem answers with. 400 malformed, 401 sign in, 403 not allowed, 404 not found or not visible,
 *  409 the thing moved on meanwhile, 413 too large, 422 a rule says no, 429 too often, 503 not ready. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503

/** One wrong place inside an input: `at` is a field path ("leader.phone") or a cell ("名录!C7"). */
export type Fault = { at: string; message: string }

export type ProblemBody = {
  /** Stable and made for programs, e.g. `organization.nameTaken`. */
  code: string
  /** Simplified Chinese: what is wrong. */
  message: string
  /** Simplified Chinese: how to mend it. */
  mend?: string
  faults?: Fault[]
}

/** Thrown anywhere, rolls the request's transaction back and reaches the person as it stands. */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly body: ProblemBody

  constructor(status: ProblemStatus, body: ProblemBody) {
    super(body.message)
    this.name = 'Problem'
    this.status = status
    this.body = body
  }
}

/** Throws the problem that a rule returned, if it returned one. */
export function refuseIf(problem: Problem | null): void {
  if (problem) throw problem
}
