import { compile } from '../catalog/compile.ts'
import { loadCatalog } from '../catalog/load.ts'
import type { ClaimPlacement } from '../schemas/claim.ts'
import { extractDocument } from './extract-document.ts'
import { findSources } from './read/find-sources.ts'
import { readSource } from './read/read-source.ts'
import { sourceOf } from './reconcile/source.ts'
import type { Stages } from './stages.ts'

const unplaced: ClaimPlacement = {
  observation_id: null,
  change_unit: null,
  granule: null,
  e_low: null,
  e_high: null,
  e_open: null,
  period_start: null,
  period_end: null,
  period_rule: null,
}

/** The stages as they run on this machine, in this process. */
export const localStages: Stages = {
  load: async (folder) => compile(await loadCatalog(folder)),
  find: findSources,
  read: readSource,
  extract: extractDocument,
  // TODO: reconcile, when it has landed.
  reconcile: (results) => ({
    placements: new Map(results.flatMap(({ claims }) => claims.map(({ id }) => [id, unplaced]))),
    observations: [],
    relations: [],
    conflicts: [],
    checks: [],
    hedges: [],
    calibration: [],
  }),
  standing: (result, facts, { catalog }) => sourceOf(result, facts, catalog),
}
