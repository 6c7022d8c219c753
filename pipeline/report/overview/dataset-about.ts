import { tables } from '../../write/tables.ts'
import type { View } from '../view.ts'

/** What search engines are told: a schema.org Dataset, with its files. No addresses are known, so that all are relative. */
export const datasetAbout = (view: View): unknown => {
  const { site, words } = view
  const { documents, claims, observations } = site.dataset
  const [found, days] = [new Set<string>(), { first: '', last: '' }]
  for (const { place, period } of observations) {
    if (place !== null) found.add(place)
    const day = period.slice(-10)
    if (days.first === '' || day < days.first) days.first = day
    if (day > days.last) days.last = day
  }
  const places = [...found].sort()
  const count = (n: number, key: string): string => words.say(key, { n })
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${words.say('report')}: ${site.catalog.title}`,
    description: words.say('dataset_description', {
      documents: count(documents.length, 'n_documents'),
      claims: count(claims.length, 'n_claims'),
      observations: count(observations.length, 'n_observations'),
    }),
    inLanguage: words.language,
    isAccessibleForFree: true,
    measurementTechnique: words.say('technique'),
    creator: {
      '@type': 'SoftwareApplication',
      name: 'Provenum',
      softwareVersion: site.version,
      applicationCategory: 'DataExtraction',
    },
    ...(days.last === '' ? {} : { temporalCoverage: `${days.first}/${days.last}` }),
    ...(places.length === 0
      ? {}
      : { spatialCoverage: places.map((code) => ({ '@type': 'Place', name: words.place(code), identifier: code })) }),
    variableMeasured: [...site.pages.indicators.keys()].map((id) => ({
      '@type': 'PropertyValue',
      name: words.indicator(id),
      propertyID: id,
    })),
    distribution: tables.flatMap(({ name, description }) => [
      { '@type': 'DataDownload', name, description, encodingFormat: 'text/csv', contentUrl: view.file(`${name}.csv`) },
      { '@type': 'DataDownload', name, encodingFormat: 'application/json', contentUrl: view.file(`${name}.json`) },
    ]),
  }
}
