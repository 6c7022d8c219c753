import { writeFileSync } from 'node:fs'
import { docsFile, generatedPage, generatedPages, howItWorks, workedPage, workedPages } from './pages.ts'

/** npm run docs: makes what is generated, runs the worked examples, and writes what comes out into the pages. */
const put = (name: string, { written, made }: { written: string; made: string }): void => {
  if (made !== written) writeFileSync(docsFile(name), made)
  process.stdout.write(`docs/${name}: ${made === written ? 'as it was' : 'written'}\n`)
}

for (const name of generatedPages) put(name, generatedPage(name))
put('how-it-works.md', await howItWorks())
for (const name of workedPages) put(name, workedPage(name))
