import { expect, test } from 'vitest'
import { loadCatalog } from '../../catalog/load.ts'

test('the default catalog loads', async () => {
  const catalog = await loadCatalog()
  expect(catalog.id).toBe('social-security')
  expect(catalog.sha256).toMatch(/^[\da-f]{64}$/u)
})
