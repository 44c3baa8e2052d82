// The whole life of an organization, lived on a phone.
import { liveOn } from './life.ts'

liveOn('phone')
