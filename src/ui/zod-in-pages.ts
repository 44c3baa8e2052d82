// Zod as the pages use it: without compiling code at run time, which the pages' content policy forbids.
// vite.config.ts puts this in the place of `zod`, so that it is set before the first contract is made.
import { config } from 'zod/v4'

config({ jitless: true })

export * from 'zod/v4'
