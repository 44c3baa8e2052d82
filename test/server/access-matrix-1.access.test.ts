// Part 1 of 3 of the matrix of endpoints and roles.
import { accessMatrix } from './access/matrix.ts'

accessMatrix(1, 3)
