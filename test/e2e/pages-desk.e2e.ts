// Every page on a desk.
import { lookAtPages } from './rounds.ts'

lookAtPages('desk')
