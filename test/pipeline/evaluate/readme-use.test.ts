import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../catalog/package-root.ts'
import { withSection } from '../../../pipeline/evaluate/marked-section.ts'
import { readmeUse } from '../../../pipeline/evaluate/readme-use.ts'

describe('what the README shows of a run', () => {
  it('is what output/ holds (npm run readme writes it)', async () => {
    const section = await readmeUse(join(packageRoot(), 'output'), 'output')
    expect(section).toMatch(/^```text\n5 documents, \d+ claims, .* in output\n```\n/u)
    const readme = readFileSync(join(packageRoot(), 'README.md'), 'utf8')
    expect(withSection(readme, 'use', section)).toBe(readme)
  })
})
