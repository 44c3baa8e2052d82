// The filter language as YAML and as types; what its words mean is in filter.ts.
import { z } from 'zod'

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const Range = z.strictObject({
  atLeast: z.union([z.number(), z.string()]).optional(),
  atMost: z.union([z.number(), z.string()]).optional(),
  known: z.boolean().optional(),
})
export type FilterScalar = z.output<typeof Scalar>
export type FilterRange = z.output<typeof Range>
export type FilterValue = FilterScalar | FilterRange | Filter | readonly (FilterScalar | Filter)[]

/** Attributes of the measure and `term`, `all`, `any`, `not`; several keys must all hold. */
export type Filter = { readonly [key: string]: FilterValue }
export const Filter: z.ZodType<Filter> = z
  .lazy(() =>
    z.record(z.string(), z.union([Scalar, Range, z.array(z.union([Scalar, Filter])).min(1), Filter])),
  )
  .meta({ id: 'Filter' })
