// Half 2 of the pages, as they are on a phone.
import { lookAtPages } from './rounds.ts'

lookAtPages('phone', 2)
