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
}
