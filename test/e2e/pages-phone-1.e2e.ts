// Half 1 of the pages, as they are on a phone.
import { lookAtPages } from './rounds.ts'

lookAtPages('phone', 1)
