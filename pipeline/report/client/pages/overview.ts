import { mountClaimTools, readData } from '../claim-tools.ts'

mountClaimTools(readData())
