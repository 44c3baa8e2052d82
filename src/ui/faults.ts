// Brings the server's faults to the fields of an Ant Design form.
import type { FormInstance } from 'antd'
import { CallProblem } from './call.ts'

/** "leader.phone" or "members.0.name" as the path that a form uses. */
export const fieldPath = (at: string): (string | number)[] =>
  at.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** Shows each fault under its field and goes to the first; gives the paths that were shown. */
export function showFaults(form: FormInstance, problem: unknown, prefix = ''): string[] {
  if (!(problem instanceof CallProblem)) return []
  const known = problem.faults.filter(
    (fault) => form.getFieldInstance(fieldPath(prefix + fault.at)) !== undefined,
  )
  form.setFields(known.map((fault) => ({ name: fieldPath(prefix + fault.at), errors: [fault.message] })))
  const first = known[0]
  if (first) form.scrollToField(fieldPath(prefix + first.at), { focus: true, block: 'center' })
  return known.map((fault) => fault.at)
}
