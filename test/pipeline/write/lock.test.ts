import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lock, shortHash } from '../../../pipeline/write/lock.ts'
import { isAlive, ownToken } from '../../../pipeline/write/owner.ts'

let base: string
let cache: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'provenum-'))
  cache = join(base, '.provenum')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('the lock', () => {
  it('is held by one run at a time for one folder', async () => {
    const release = await lock(cache, '/data/out')
    await expect(lock(cache, '/data/out')).rejects.toThrow(
      `another run (process ${process.pid}) is writing /data/out; wait`,
    )
    const other = await lock(cache, '/data/other')
    other()
    release()
    const again = await lock(cache, '/data/out')
    again()
  })

  it('leaves no file and no empty folder behind', async () => {
    const release = await lock(cache, '/data/out')
    expect(readdirSync(cache)).toHaveLength(1)
    release()
    expect(existsSync(cache)).toBe(false)
  })

  it('leaves the folder where other things are in it', async () => {
    mkdirSync(cache)
    writeFileSync(join(cache, 'run.ndjson'), '')
    const release = await lock(cache, '/data/out')
    release()
    expect(readdirSync(cache)).toEqual(['run.ndjson'])
  })

  it.each([
    ['a process that has ended', () => `${spawnSync(process.execPath, ['-e', '']).pid}-1`],
    ['a process whose number came round again', () => `${process.pid}-1`],
    ['nobody, since its run died before it wrote its name', () => ''],
    ['something that is no process', () => 'x'],
  ])('is taken over from %s', async (_, token) => {
    mkdirSync(cache)
    writeFileSync(join(cache, `lock-${shortHash('/data/out')}`), token())
    const release = await lock(cache, '/data/out')
    release()
    expect(existsSync(cache)).toBe(false)
  })

  it('says where it cannot be taken', async () => {
    writeFileSync(cache, '')
    await expect(lock(cache, '/data/out')).rejects.toThrow(/cannot use the folder .*EEXIST.*--cache/u)
  })
})

describe('the token of a process', () => {
  it('is alive while the process is, and not after', async () => {
    expect(isAlive(ownToken())).toBe(true)
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
    const token = `${child.pid}-0`
    expect(isAlive(token)).toBe(true)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    expect(isAlive(token)).toBe(false)
  })

  it.each(['', '0-0', '-1-0', '1', '12-ab', '99999999999-1', '1-0\n'])('%j is of no process', (token) => {
    expect(isAlive(token)).toBe(false)
  })
})
