import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page as it stands, one line a finding. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  // Evaluated by the debugger, so that the page's own policy stays as it is.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const engine = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations, passes } = await engine.run(document, { resultTypes: ['violations'] })
    if (passes.length === 0) return ['axe looked at nothing']
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary ?? ''}`),
    )
  })
}
