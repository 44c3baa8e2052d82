// Calls of every endpoint of certificates, for the access matrix.

import type { certificatesApi } from '../../../src/modules/certificates/certificates-api.ts'
import type { SamplesOf } from './samples.ts'

export const certificatesSamples: SamplesOf<typeof certificatesApi> = {}
