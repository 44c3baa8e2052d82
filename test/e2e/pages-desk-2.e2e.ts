// Half 2 of the pages, as they are on a desk.
import { lookAtPages } from './rounds.ts'

lookAtPages('desk', 2)
