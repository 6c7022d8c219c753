/** What the parts of a page are to its text. An element that is in no list runs inside a line (`<b>`, `<span>`). */
const listed = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that begin and end a block of text. */
export const BLOCKS = listed(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot ' +
    'th thead title tr ul',
)

/** Elements whose text no reader sees as part of the page. */
export const UNREAD = listed(
  'audio button canvas datalist iframe noembed noframes noscript object option script select style svg template textarea video',
)

/** Of these, those that hold code. */
export const SCRIPTS = listed('script style template')

/** What a page wraps around its article. */
export const FURNITURE = listed('nav footer aside')
export const FURNITURE_ROLES = listed('navigation contentinfo complementary search menu menubar toolbar')

export const LISTS = listed('ul ol menu dir dl')
export const LIST_ITEMS = listed('li dt dd')
export const CELLS = listed('td th')
export const TABLE_PARTS = listed('table caption thead tbody tfoot tr td th')

/** Which open elements the start of an element ends, up to the element that holds them ("<li>a<li>b" are two items). */
export const ENDS: ReadonlyMap<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }> =
  new Map([
    ['li', { ends: listed('li'), within: LISTS }],
    ['dt', { ends: listed('dt dd'), within: LISTS }],
    ['dd', { ends: listed('dt dd'), within: LISTS }],
    ['td', { ends: CELLS, within: listed('tr table') }],
    ['th', { ends: CELLS, within: listed('tr table') }],
    ['tr', { ends: listed('tr'), within: listed('table') }],
    ['thead', { ends: listed('thead tbody tfoot'), within: listed('table') }],
    ['tbody', { ends: listed('thead tbody tfoot caption'), within: listed('table') }],
    ['tfoot', { ends: listed('thead tbody tfoot'), within: listed('table') }],
  ])
