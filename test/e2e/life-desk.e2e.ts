// The whole life of an organization, lived on a desk.
import { liveOn } from './life.ts'

liveOn('desk')
