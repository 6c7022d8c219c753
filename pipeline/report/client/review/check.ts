import { type Schema, Validator } from '@cfworker/json-schema'

/** What is wrong with a ruling by the schema that the run will hold it against; none where it is right. */
export const checkOf = (schema: object): ((decision: object) => readonly string[]) => {
  const validator = new Validator(schema as Schema, '2020-12', false)
  return (decision) => {
    const { valid, errors } = validator.validate(decision)
    return valid
      ? []
      : errors.map(({ instanceLocation, error }) => `${instanceLocation.replace(/^#\/?/u, '')} ${error}`)
  }
}
