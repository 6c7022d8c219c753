/** Cases of a property: 1,000 as a rule, as many as SOAK says in a soak (`npm run soak` says 10,000). */
export const runs = (usual = 1000): { numRuns: number } => ({
  numRuns: process.env.SOAK === undefined ? usual : Number(process.env.SOAK),
})
