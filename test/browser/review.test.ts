import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { readTable } from '../../pipeline/write/read-table.ts'
import type { ClaimRow } from '../../schemas/claim.ts'
import { Decision } from '../../schemas/decision.ts'
import { axeFindings } from './axe.ts'
import { extractCorpus, reviewCorpus } from './commands.ts'
import { downloadBy } from './download.ts'
import { datasetOf, test } from './visit.ts'

const reason = 'Both papers and the Vietnamese release say <b>so</b>.'

/** A newsroom of the test's own, whose sources may get rulings. */
const ownCorpus = (name: string): string => {
  const folder = join(inject('corpora'), name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(inject('corpora'), 'newsroom'), folder, { recursive: true })
  return folder
}

/** The Vietnamese article's coverage, which the run does not publish by itself. */
const otherClaim = async () => {
  const claims = await readTable(datasetOf('newsroom'), 'claims')
  const claim = claims.find(({ document, selector }) => document === 'bao' && selector.exact === '91,01%')!
  const observations = await readTable(datasetOf('newsroom'), 'observations')
  return { claim, observation: observations.find(({ id }) => id === claim.observation_id)! }
}

/** Rules on the sheet of a claim, with the mouse. */
const rule = async (page: Page, claim: ClaimRow, action: Decision['action'], flag?: string): Promise<void> => {
  const { id, selector } = claim
  await page
    .locator(`#sheet-${id}`)
    .getByRole('button', { name: `Review ${selector.exact}` })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.locator(`[value="${action}"]`).check()
  if (flag !== undefined) await dialog.getByLabel('Name of the flag').fill(flag)
  await dialog.getByLabel('Why, for the next reviewer').fill(reason)
  await dialog.getByLabel('Your name').fill('Reviewer "R"')
  await dialog.getByRole('button', { name: 'Keep this ruling' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a ruling made on the page is downloaded, and the next run applies it', async ({ visit }) => {
  const { claim, observation } = await otherClaim()
  expect(observation.value).not.toBe('91.01')
  const folder = ownCorpus('decided')
  const page = await visit(claim.page.replace(/^report\//u, '').replace('#c-', '#sheet-'), { corpus: 'decided' })
  await rule(page, claim, 'choose')

  // It waits in the tray, on the other pages of the report too.
  const tray = page.getByRole('complementary').filter({ hasText: '1 ruling gathered' })
  await tray.locator('summary').click()
  expect(await tray.innerText()).toContain(reason)
  expect(await axeFindings(page)).toEqual([])
  const { name, content } = await downloadBy(page, tray.getByRole('button', { name: 'Download decisions.jsonl' }))
  expect(name).toBe('decisions.jsonl')
  const decisions = content
    .trimEnd()
    .split('\n')
    .map((line) => Decision.parse(JSON.parse(line)))
  expect(decisions).toMatchObject([
    { action: 'choose', key: observation.id, choose: claim.id, reason, by: 'Reviewer "R"' },
  ])

  // The next run.
  writeFileSync(join(folder, 'sources', 'decisions.jsonl'), content)
  await extractCorpus(folder)
  const decided = (await readTable(join(folder, 'dataset'), 'observations')).find(({ id }) => id === observation.id)!
  expect(decided).toMatchObject({ value: '91.01', decision_id: decisions[0]!.id, preferred_claim: claim.id })

  // The report says who ruled, why, and what.
  await page.goto(new URL(`../${decided.page.replace(/^report\//u, '')}`, page.url()).href)
  const section = page.locator(`#o-${observation.id}`)
  const said = await section.innerText()
  for (const part of ['91.01', reason, 'Reviewer "R"']) expect(said).toContain(part)
})

test('a claim rejected and an observation flagged on the page are so in the next run', async ({ visit }) => {
  const claims = (await readTable(datasetOf('newsroom'), 'claims')).filter(({ document }) => document === 'bao')
  const [money, people] = [claims.find(({ kind }) => kind === 'money')!, claims.find(({ unit }) => unit === 'person')!]
  const folder = ownCorpus('rejected')
  const address = (claim: ClaimRow) => claim.page.replace(/^report\//u, '').replace('#c-', '#sheet-')
  const page = await visit(address(money), { corpus: 'rejected' })
  await rule(page, money, 'reject_claim')
  await page.goto(new URL(`../${address(people)}`, page.url()).href)
  await rule(page, people, 'flag', 'odd_source')
  const tray = page.getByRole('complementary').filter({ hasText: '2 rulings gathered' })
  await tray.locator('summary').click()
  const { content } = await downloadBy(page, tray.getByRole('button', { name: 'Download decisions.jsonl' }))

  writeFileSync(join(folder, 'sources', 'decisions.jsonl'), content)
  await extractCorpus(folder)
  const after = await readTable(join(folder, 'dataset'), 'claims')
  const rejected = after.find(({ id }) => id === money.id)!
  expect(rejected).toMatchObject({ value: money.value, observation_id: null })
  expect(rejected.flags).toContain('rejected')
  const flagged = (await readTable(join(folder, 'dataset'), 'observations')).find(
    ({ id }) => id === people.observation_id,
  )!
  expect(flagged.flags).toContain('odd_source')

  // The number stays where it stands, and its sheet says that and why it was rejected.
  await page.goto(new URL(`../${address(rejected)}`, page.url()).href)
  await page.reload()
  const said = await page.locator(`#sheet-${money.id}`).innerText()
  for (const part of ['rejected', reason]) expect(said).toContain(part)
})

test('a ruling is made by keys alone, and a dialog that is left gives the focus back', async ({ visit }) => {
  const { claim } = await otherClaim()
  const page = await visit(claim.page.replace(/^report\//u, '').replace('#c-', '#sheet-'))
  const opener = page.locator(`#sheet-${claim.id}`).getByRole('button', { name: 'Review 91,01%' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)

  await page.keyboard.press('Enter')
  const tabTo = async (selector: string): Promise<void> => {
    for (let at = 0; at < 20; at += 1) {
      if (await page.evaluate((is) => document.activeElement!.matches(is), selector)) return
      await page.keyboard.press('Tab')
    }
    expect.fail(`no tab stop is ${selector}`)
  }
  await tabTo('[name="action"]')
  await page.keyboard.press('Space')
  expect(await page.locator('[name="action"]:checked').count()).toBe(1)
  await tabTo('#rule-reason')
  await page.keyboard.type('because')
  // Without a name nothing is kept.
  await tabTo('button[type="submit"]')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('dialog').isVisible()).toBe(true)
  expect(await page.evaluate(() => document.activeElement!.id)).toBe('rule-by')
  await page.keyboard.type('K')
  await page.keyboard.press('Enter')
  await page.getByText('1 ruling gathered').waitFor()
})

test('provenum review writes the ruling itself, runs again, and shows it', async ({ browser }) => {
  const { claim, observation } = await otherClaim()
  const folder = ownCorpus('reviewed')
  const { address, process } = await reviewCorpus(folder)
  const context = await browser.newContext()
  const wrong: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  context.on('weberror', (error) => wrong.push(error.error().message))
  context.on('request', (request) => {
    if (!request.url().startsWith(new URL('/', address).href) && !/^(?:blob|data):/u.test(request.url()))
      wrong.push(request.url())
  })
  try {
    const page = await context.newPage()
    await page.goto(address)
    await page.goto(new URL(claim.page.replace(/^report\//u, ''), page.url()).href)
    await rule(page, claim, 'choose')
    const tray = page.getByRole('complementary').filter({ hasText: '1 ruling gathered' })
    await tray.locator('summary').click()
    await Promise.all([
      page.waitForEvent('load', { timeout: 40_000 }),
      tray.getByRole('button', { name: 'Save and run again' }).click(),
    ])
    const kept = Decision.parse(JSON.parse(readFileSync(join(folder, 'sources', 'decisions.jsonl'), 'utf8')))
    expect(kept).toMatchObject({ action: 'choose', choose: claim.id, reason })
    const decided = (await readTable(join(folder, 'dataset'), 'observations')).find(({ id }) => id === observation.id)!
    expect(decided.value).toBe('91.01')
    await page.goto(new URL(`../${decided.page.replace(/^report\//u, '')}`, page.url()).href)
    expect(await page.locator(`#o-${observation.id}`).innerText()).toContain(reason)
    expect(wrong).toEqual([])
  } finally {
    await context.close()
    process.kill('SIGINT')
  }
})
