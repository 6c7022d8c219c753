/** Rulings that no longer fit the texts. The run stops: a ruling that silently does nothing would be worse. */
export class DecisionError extends Error {
  readonly problems: readonly string[]

  /** Each problem names the ruling, what is wrong, and the mend. */
  constructor(problems: readonly string[]) {
    super(
      `decisions.jsonl: ${problems.length === 1 ? problems[0] : `\n${problems.map((each) => `  ${each}`).join('\n')}`}`,
    )
    this.name = 'DecisionError'
    this.problems = problems
  }

  /** The same, each problem led by the place of its ruling: "seeds/decisions.jsonl:3: d_2e1d250c ...". `places` are by the ruling's id. */
  at(places: ReadonlyMap<string, string>): DecisionError {
    const found = new DecisionError(this.problems)
    found.message = this.problems
      .map((problem) => `${places.get(problem.split(' ', 1)[0]!) ?? 'decisions.jsonl'}: ${problem}`)
      .join('\n')
    return found
  }
}
