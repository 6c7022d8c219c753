import { mountClaimTools, readData } from '../claim-tools.ts'
import { startFind } from '../find/find.ts'

const data = readData()
const notify = mountClaimTools(data)
if (data.find !== undefined) void startFind(data, data.find, notify)
