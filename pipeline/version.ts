import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../catalog/package-root.ts'

/** Version of Provenum, from its package.json: "0.1.0". */
export const version = (): string => JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version
