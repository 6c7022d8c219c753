import { check } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { nodes, placeOf, sources } from './sources.ts'

/** Every regular expression literal of the rooms, with where it stands. */
const literals = sources.flatMap((source) =>
  [...nodes(source.tree)].filter(ts.isRegularExpressionLiteral).map((node) => {
    const { pattern, flags } = /^\/(?<pattern>.*)\/(?<flags>[a-z]*)$/su.exec(node.text)!.groups!
    return { at: placeOf(source, node), literal: node.text, pattern: pattern!, flags: flags! }
  }),
)

const unlike = new Map(literals.map((each) => [each.literal, each]))

/** What makes an expression slow, or null where nothing does. */
const slowness = async (pattern: string, flags: string): Promise<string | null> => {
  const found = await check(pattern, flags, { timeout: 30_000, randomSeed: 20240229 })
  if (found.status === 'vulnerable')
    return `${found.complexity.summary}, by ${JSON.stringify(found.attack.string.slice(0, 60))}`
  return found.status === 'unknown' ? `not known: ${found.error.kind}` : null
}

describe('regular expressions', () => {
  it('were collected', () => {
    expect(literals.length).toBeGreaterThanOrEqual(100)
  })

  it('have the u or v flag, so that a character is never cut in two', () => {
    expect(literals.filter(({ flags }) => !/[uv]/u.test(flags)).map(({ at, literal }) => `${at} ${literal}`)).toEqual(
      [],
    )
  })

  it('are linear: no input makes one of them slow', { timeout: 80_000 }, async () => {
    const slow: string[] = []
    for (const [literal, { at, pattern, flags }] of unlike) {
      const why = await slowness(pattern, flags)
      if (why !== null) slow.push(`${at} ${literal}: ${why}`)
    }
    expect(slow).toEqual([])
  })

  it('would be told if one were not', async () => {
    expect((await check('^(?:a+)+$', 'u')).status).toBe('vulnerable')
  })

  it('are written out: none is put together from text', () => {
    const made = sources.flatMap((source) =>
      [...nodes(source.tree)]
        .filter(
          (node) => (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp',
        )
        .map((node) => placeOf(source, node)),
    )
    expect(made).toEqual([])
  })
})
