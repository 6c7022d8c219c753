import { text } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'

/** What a click downloads: the name that is suggested, and the text. */
export const downloadBy = async (page: Page, button: Locator): Promise<{ name: string; content: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), content: await text(await download.createReadStream()) }
}
