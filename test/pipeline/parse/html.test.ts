import { describe, expect, it } from 'vitest'
import { sourceSpan } from '../../../pipeline/parse/offset-map.ts'
import { parse } from '../../../pipeline/parse/parse.ts'
import { markup, outline, texts } from './outline.ts'

const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

describe('HTML', () => {
  it('joins the text of a line and cuts at blocks', () => {
    expect(texts(page('<p>Over <b>16</b>.<i>5</i>&nbsp;million\n   people<p>5%</div>6% <div>7%'))).toEqual([
      'Over 16.5\u00a0million people',
      '5%',
      '6%',
      '7%',
    ])
  })

  it('knows where decoded characters and collapsed spaces stand', () => {
    const source = page('<p>Over 16.547&nbsp;million\n      people &#8211; up')
    const passage = parse(source).passages[0]!
    const at = passage.text.indexOf('16.547')
    const { start, end } = sourceSpan(passage, at, at + '16.547 million people'.length)
    expect(source.slice(start, end)).toBe('16.547&nbsp;million\n      people')
    expect(passage.text).toBe('Over 16.547\u00a0million people – up')
  })

  it('makes no number of a number and a mark above or below it', () => {
    expect(
      texts(
        page(
          '<p>33.2%<sup>2</sup>, 16.5<sup>3</sup> in 2021.<sup>4</sup>, km<sup>2</sup>, CO<sub>2</sub>, 21<sup>st</sup>',
        ),
      ),
    ).toEqual(['33.2%^2, 16.5^3 in 2021.^4, km2, CO2, 21st'])
  })

  it('takes the first <h1> for the title, and <title> where there is none', () => {
    expect(outline(page('<h1>Coverage</h1><p>5%</p><h1>More</h1>', '<title>Coverage | Site 24</title>'))).toEqual([
      'furniture = Coverage | Site 24',
      'title = Coverage',
      'paragraph = 5%',
      'heading 1 = More',
    ])
    expect(outline(page('<p>5%</p>', '<title>Coverage</title>'))[0]).toBe('title = Coverage')
  })

  it('sets apart what stands around the article', () => {
    expect(
      outline(
        page(
          '<nav>1</nav><p>2</p><aside>3</aside><div role="navigation">4</div><p hidden>5</p><footer><p>6</p></footer>',
        ),
      ),
    ).toEqual(['furniture = 1', 'paragraph = 2', 'furniture = 3', 'furniture = 4', 'furniture = 5', 'furniture = 6'])
  })

  it('nests lists as they stand, with or without end tags', () => {
    expect(
      outline(page('<p>Targets:</p><ul><li>By 2025<ol start="4"><li>45%<li>90%</ol><li>By 2030<ul><li>60%</ul></ul>')),
    ).toEqual([
      'paragraph = Targets:',
      'item 1 < Targets: = By 2025',
      'item 2 < By 2025 = 45%',
      'item 2 < By 2025 = 90%',
      'item 1 < Targets: = By 2030',
      'item 2 < By 2030 = 60%',
    ])
  })

  it('leads a definition by its term', () => {
    expect(
      outline(page('<dl><dt>Participants<dd>16.5 million<dt>Revenue<dd>5 billion</dl>')).filter((line) =>
        line.includes('<'),
      ),
    ).toEqual(['item 1 < Participants = 16.5 million', 'item 1 < Revenue = 5 billion'])
  })

  it('takes lines that <br> ends for paragraphs', () => {
    expect(outline(page('Results:<br>- 5% of all<br/>- 6% of all<br><br>That was 2021.'))).toEqual([
      'paragraph = Results:',
      'item 1 < Results: = 5% of all',
      'item 1 < Results: = 6% of all',
      'paragraph = That was 2021.',
    ])
  })

  it('keeps the lines of <pre>', () => {
    expect(texts(page('<pre>In 2021, 5.\nIn 2022, 6.</pre>'))).toEqual(['In 2021, 5.', 'In 2022, 6.'])
  })

  it('says what is no text, and why', () => {
    const source = page(
      '<p>x <a href="/2021/05">y</a></p><!-- 6 --><script>var a=7</script><p>z<style>p{m:8}</style><svg><text>9</text></svg></p>',
    )
    expect(markup(source).map((part) => part.replace(/<\/?p>|<\/body>|<\/html>/gu, ''))).toEqual([
      'link_target: <a href="/2021/05">',
      'markup: </a><!-- 6 --><script>',
      'script: var a=7',
      'script: p{m:8}',
      'markup: </style><svg><text>9</text></svg>',
    ])
    expect(texts(source)).toEqual(['x y', 'z'])
  })

  it('names entities that hold digits and stand for none', () => {
    expect(markup('<p>It&#8217;s &#49;6.5<sup id="c7">2</sup></p>')).toEqual([
      'markup: &#8217;',
      'markup: <sup id="c7">',
    ])
  })

  it('reads the digits that entities write', () => {
    expect(texts(page('<p>&#49;6.5&nbsp;million'))).toEqual(['16.5\u00a0million'])
  })

  it('loses no text to tags that are not closed, or closed twice', () => {
    expect(texts(page('<div><nav><p>1</div><p>2</p></section></td></p><table><tr><td>3</div><p>4'))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
    expect(outline(page('<div><nav><p>1</div><p>2'))).toEqual(['furniture = 1', 'paragraph = 2'])
  })
})
