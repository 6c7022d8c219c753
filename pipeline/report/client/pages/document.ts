import { mountClaimTools, readData } from '../claim-tools.ts'
import { followClaims } from '../follow-claim.ts'

followClaims()
mountClaimTools(readData())
