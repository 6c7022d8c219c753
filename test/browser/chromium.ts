import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserServer, chromium } from 'playwright-core'

/** Where systems keep a Chromium or Chrome. */
const wellKnown = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Same pixels everywhere: no card, no hints of the system's fonts, no colour at the edges of letters. */
const flags = ['--disable-gpu', '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb']

type Environment = Readonly<Record<string, string>>

export interface Chromium {
  readonly path: string
  readonly env: Environment
  /** What is said of it where it does not start. */
  readonly origin: string
}

/**
 * The fonts that come with packages under the Open Font License, and no others: Open Sans for sans-serif, Source Serif for
 * serif. Both hold every letter of Vietnamese.
 */
const fontsFile = (openSans: string, cache: string): string => {
  const serif = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-serif-4/package.json'))
  const alias = (name: string, font: string): string =>
    `<alias binding="same"><family>${name}</family><prefer><family>${font}</family></prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${openSans}</dir>
  <dir>${serif}</dir>
  <cachedir>${cache}</cachedir>
  ${['serif', 'Georgia', 'Times New Roman', 'ui-serif'].map((name) => alias(name, 'Source Serif 4')).join('\n  ')}
  ${['sans-serif', 'system-ui', 'ui-sans-serif', 'monospace', 'ui-monospace'].map((name) => alias(name, 'Open Sans')).join('\n  ')}
</fontconfig>
`
}

/**
 * Unpacks the browser that the package @sparticuz/chromium ships, with its libraries and fonts, into an empty folder. The
 * package writes where the system keeps temporary files, and brings its libraries only where it believes to be at Amazon's;
 * so it is asked by a process of its own, which is told both.
 */
const unpacked = async (folder: string): Promise<Chromium> => {
  const home = join(folder, 'home')
  mkdirSync(home)
  const script = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath())"
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { PATH: process.env.PATH ?? '', TMPDIR: folder, HOME: home, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  const fonts = join(folder, 'fonts.conf')
  writeFileSync(fonts, fontsFile(join(folder, 'fonts'), join(folder, 'font-cache')))
  return {
    path: stdout,
    env: { HOME: home, TMPDIR: folder, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts },
    origin: 'the one of the package @sparticuz/chromium',
  }
}

const started = async ({ path, env, origin }: Chromium): Promise<BrowserServer> => {
  try {
    const whole = { ...process.env, ...env } as Record<string, string>
    return await chromium.launchServer({ executablePath: path, args: flags, env: whole, timeout: 30_000 })
  } catch (error) {
    throw new Error(`no Chromium: ${path} (${origin}) does not start\n${(error as Error).message}`)
  }
}

/**
 * Starts a Chromium that serves all tests: the one named by PROVENUM_CHROMIUM, else one of the system that starts (Ubuntu's
 * /usr/bin/chromium-browser may be a note that it is to be installed), else the one that came with `npm ci`.
 *
 * @param folder an empty folder, which the caller removes when the browser is closed.
 * @throws Error where none starts: a missing browser fails the tests, it does not skip them.
 */
export const startChromium = async (folder: string): Promise<BrowserServer> => {
  const named = process.env.PROVENUM_CHROMIUM
  if (named) return started({ path: named, env: {}, origin: 'named by PROVENUM_CHROMIUM' })
  for (const path of wellKnown.filter((each) => existsSync(each))) {
    const server = await started({ path, env: {}, origin: "the system's" }).catch(() => null)
    if (server !== null) return server
  }
  return started(await unpacked(folder))
}
