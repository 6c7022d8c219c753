import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../catalog/package-root.ts'

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = (name: string) => JSON.parse(readFileSync(join(packageRoot(), name), 'utf8'))

describe('package-lock.json', () => {
  const packages: Readonly<Record<string, Locked>> = read('package-lock.json').packages

  it('locks what package.json names', () => {
    const { dependencies, devDependencies } = read('package.json')
    expect(packages['']).toMatchObject({ dependencies, devDependencies })
  })

  // A registry that serves some platforms alone makes npm install write a lock that npm ci refuses.
  it('locks the packages of every platform, or npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
      ),
    )
    expect(missing).toEqual([])
  })
})
