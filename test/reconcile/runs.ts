/** Cases of a property: 1,000 as a rule, as many as SOAK says in a soak (`npm run soak` says 10,000). Always the same ones. */
export const runs = (usual = 1000): { seed: number; numRuns: number } => ({
  seed: 20240229,
  numRuns: process.env.SOAK === undefined ? usual : Number(process.env.SOAK),
})
