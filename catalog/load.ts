import { join } from 'node:path'
import type {
  Authority,
  Denominator,
  Indicator,
  IndicatorRelation,
  LegalType,
  Place,
  Unit,
} from '../schemas/catalog.ts'
import type { Locale } from '../schemas/locale.ts'
import type { ReconciliationSettings } from '../schemas/reconciliation.ts'
import { CatalogError } from './catalog-error.ts'
import { crossCheck } from './cross-check.ts'
import { missingTerms } from './missing-terms.ts'
import { packageRoot } from './package-root.ts'
import { readFiles } from './read-files.ts'

/** What we know of the world, checked and joined. Lists keep the order of their files. */
export interface Catalog {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly languages: readonly string[]
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly relations: readonly IndicatorRelation[]
  readonly denominators: ReadonlyMap<string, Denominator>
  readonly units: ReadonlyMap<string, Unit>
  /** In the order of the file. A code may recur with other days of validity. */
  readonly places: readonly Place[]
  readonly authorities: ReadonlyMap<string, Authority>
  readonly legalTypes: ReadonlyMap<string, LegalType>
  readonly reconciliation: ReconciliationSettings
  /** Language -> term -> phrases. */
  readonly terms: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  readonly locales: ReadonlyMap<string, Locale>
  /** SHA-256 (hex) of the names and texts of all files: the catalog's version. */
  readonly sha256: string
  /** What is no error but should be known, one sentence each. */
  readonly warnings: readonly string[]
}

const byId = <Entry extends { id: string }>(entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]))

/**
 * Loads the catalog of a folder, by default the one that comes with the package (social security). What the folder lacks
 * of `catalog/base` (places, authorities, units, legal types, locales) comes from there.
 *
 * Throws CatalogError with every problem at once: file, line, column, field, what is wrong and how to mend it;
 * or the error of the disk where the folder cannot be read.
 */
export const loadCatalog = async (dir?: string): Promise<Catalog> => {
  const home = join(packageRoot(), 'catalog')
  const contents = await readFiles(join(home, 'base'), dir ?? join(home, 'social-security'))
  const problems = crossCheck(contents)
  if (problems.length > 0) throw new CatalogError(problems)
  const { id, title, description, languages } = contents.manifest.value
  return {
    id,
    title,
    description,
    languages,
    indicators: byId(contents.indicators.value),
    relations: contents.relations.value,
    denominators: byId(contents.denominators.value),
    units: byId(contents.units.value),
    places: contents.places.value,
    authorities: byId(contents.authorities.value),
    legalTypes: byId(contents.legalTypes.value),
    reconciliation: contents.reconciliation.value,
    terms: new Map(contents.terms.map(({ lang, value }) => [lang, new Map(Object.entries(value))])),
    locales: new Map(contents.locales.map(({ lang, value }) => [lang, value])),
    sha256: contents.sha256,
    warnings: missingTerms(contents),
  }
}
