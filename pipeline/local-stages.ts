import { compile } from '../catalog/compile.ts'
import { loadCatalog } from '../catalog/load.ts'
import { extractDocument } from './extract-document.ts'
import { parse } from './parse/parse.ts'
import { findSources } from './read/find-sources.ts'
import { readSource } from './read/read-source.ts'
import { reconcile } from './reconcile/reconcile.ts'
import type { Stages } from './stages.ts'

/** The stages as they run on this machine, in this process. */
export const localStages: Stages = {
  load: async (folder) => compile(await loadCatalog(folder)),
  find: findSources,
  read: readSource,
  parse: (text) => parse(text),
  extract: extractDocument,
  reconcile: (results, facts, { catalog }, decisions) => reconcile(results, facts, catalog, decisions),
}
