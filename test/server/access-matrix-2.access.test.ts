// Part 2 of 3 of the matrix of endpoints and roles.
import { accessMatrix } from './access/matrix.ts'

accessMatrix(2, 3)
