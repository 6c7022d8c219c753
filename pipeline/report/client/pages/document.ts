import { followClaims } from '../follow-claim.ts'

followClaims()
