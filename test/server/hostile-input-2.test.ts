// Part 2 of 2 of the sweep of nonsense through every field of every endpoint.
import { hostileInput } from './access/hostile.ts'

hostileInput(2, 2)
