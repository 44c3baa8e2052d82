// Half 1 of the roles, each on its own pages.
import { openAsRoles } from './roles.ts'

openAsRoles(1)
