import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { packageRoot } from '../../catalog/package-root.ts'

/* The texts that the browser tests make reports of. */

/** The seeds as they are committed. */
export const writeSeeds = (folder: string): void => cpSync(join(packageRoot(), 'seeds'), folder, { recursive: true })

const newsroom: Readonly<Record<string, string>> = {
  'agency.txt': `Vietnam Social Security reports on 2021

15/01/2022 08:30 AM

By the end of 2021, health insurance coverage in Viet Nam reached 91.05% of the population. By the end of 2021, Viet Nam had 16,547,000 people participating in social insurance. Total revenue of social insurance in 2021 was 400,000 billion VND.
`,
  'paper.txt': `Evening paper: nearly everyone is insured

20/01/2022

By the end of 2021, health insurance coverage in Viet Nam reached 91.01% of the population, the paper has learned. By the end of 2021, Viet Nam had more than 16.5 million people participating in social insurance. Hotline: 1900 9068.
`,
  'weekly.txt': `The weekly writes

22/01/2022

By the end of 2021, health insurance coverage in Viet Nam reached 91.01% of the population. The target is that health insurance coverage in Viet Nam reaches 92% of the population by the end of 2022.
`,
  'bao.txt': `Báo Sài Gòn: Kết quả công tác năm 2021

Ngày 18/01/2022

Đến hết năm 2021, tỷ lệ bao phủ bảo hiểm y tế cả nước đạt 91,01% dân số. Tổng thu bảo hiểm xã hội năm 2021 đạt 400.000 tỷ đồng. Số người tham gia bảo hiểm xã hội là 16,547 triệu người.
`,
}

const newsroomFacts = {
  'agency.txt': {
    url: 'https://agency.example/news/2021-results?lang=en&page=1',
    publisher: 'Vietnam Social Security',
    origin: 'vss',
    lang: 'en',
  },
  'paper.txt': { url: 'http://paper.example/insured', publisher: 'Evening Paper', lang: 'en' },
}

/** Four short articles, one in Vietnamese, which do not agree on the coverage of health insurance at the end of 2021. */
export const writeNewsroom = (folder: string): void => {
  mkdirSync(folder)
  for (const [name, text] of Object.entries(newsroom)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'sources.yaml'), stringify(newsroomFacts))
}

/** Markup that would run if it were ever read as markup; each sets a name that the tests look for. */
const traps = [
  '<img src=x onerror="globalThis.trapped=1">',
  '<script>globalThis.trapped=2</script>',
  '</script><script>globalThis.trapped=3</script>',
  '"><svg onload="globalThis.trapped=4">',
  "' autofocus onfocus='globalThis.trapped=5' x='",
  '</title></style></textarea><iframe srcdoc="<script>parent.trapped=6</script>">',
  '<!--<script>',
  ']]>',
  '{{constructor.constructor("globalThis.trapped=7")()}}',
  '\u202e\u2066moc.live\u2069\u200f',
  '&lt;b&gt;&amp;#60;',
]

const coverage = (percent: string): string =>
  `By the end of 2021, health insurance coverage in Viet Nam reached ${percent} of the population`

/** A name that a file of POSIX systems can have. */
const hostileName = `a'b"c <img src=x onerror=globalThis.trapped=8> \u202egpj & 100% #1?.txt`

/**
 * Articles whose words, titles, addresses and file names try to be markup, code or addresses. The numbers stand among the
 * traps, so that quotes, contexts and sentences hold them too; and they disagree, so that conflict views show them.
 */
export const writeHostile = (folder: string): void => {
  mkdirSync(folder)
  const sentences = traps.map((trap, at) => `${coverage(`91.${10 + at}%`)} ${trap} said ${trap} the minister.`)
  writeFileSync(join(folder, hostileName), `${traps.join(' ')}\n\n${sentences.join(' ')}\n`)
  writeFileSync(
    join(folder, 'second.txt'),
    `${traps[0]}\n\n${coverage('88.5%')}. ${traps.join(' 12 ')} ${coverage('90%')}.\n`,
  )
  writeFileSync(join(folder, 'javascript.txt'), `javascript:globalThis.trapped=9\n\n${coverage('89%')}.\n`)
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><title>&lt;img src=x onerror="globalThis.trapped=10"&gt;</title><h1>&lt;script&gt;globalThis.trapped=11&lt;/script&gt;</h1><p>${coverage('87%')}, &lt;img src=x onerror="globalThis.trapped=12"&gt; says <a href="javascript:globalThis.trapped=13">he</a>.</p>`,
  )
  const facts = {
    [hostileName]: {
      title: traps.join(' '),
      url: 'javascript:globalThis.trapped=14',
      publisher: traps[0],
      published_rule: traps[1],
      event: traps[2],
    },
    'second.txt': {
      url: 'data:text/html,<script>globalThis.trapped=15</script>',
      publisher: traps[3],
      report: traps[4],
    },
    'javascript.txt': {
      url: 'https://x.example/"><img src=x onerror="globalThis.trapped=16">?a=\'&b=<',
      event: traps[5],
    },
  }
  writeFileSync(join(folder, 'sources.yaml'), stringify(facts))
}
