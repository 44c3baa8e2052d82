// Every page on a phone.
import { lookAtPages } from './rounds.ts'

lookAtPages('phone')
