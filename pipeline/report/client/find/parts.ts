import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PartFile } from '../../find/index-shape.ts'

/** A part that is not what the page was made with: the report is a mixture of two, or was changed. */
export class PartError extends Error {
  constructor(path: string) {
    super(`${path} is missing or is not of this report`)
    this.name = 'PartError'
  }
}

const inflated = async (base64: string): Promise<string> => {
  const signs = atob(base64)
  // By hand: a call for each of some millions of signs is what a reader would wait for.
  const bytes = new Uint8Array(signs.length)
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
}

/** By the browser where it lets the page (an address without https has no such right), else in script, which takes some times as long. */
const hashOf = async (text: string): Promise<string> => {
  const bytes = utf8ToBytes(text)
  return bytesToHex(
    globalThis.crypto?.subtle === undefined
      ? sha256(bytes)
      : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
  )
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.js$/u, '')

/**
 * Loads parts of the data, each a script beside the page, since a page that stands on a disk may fetch nothing. The script says
 * `provenum.part(name, base64)`; what it says is held against the hash that the page has of it.
 *
 * Makes the global `provenum`; one loader a page.
 */
export const partLoader = (base: string): ((file: PartFile) => Promise<unknown>) => {
  const waiting = new Map<string, (text: string) => void>()
  Object.assign(globalThis, { provenum: { part: (name: string, text: string) => waiting.get(name)?.(text) } })
  return async (file) => {
    const text = await new Promise<string>((resolve, reject) => {
      const name = nameOf(file.path)
      waiting.set(name, resolve)
      const script = document.createElement('script')
      // A script that loads but hands over nothing would leave the page waiting.
      script.onload = script.onerror = () => {
        script.remove()
        waiting.delete(name)
        reject(new PartError(file.path))
      }
      script.src = `${base}${file.path}`
      document.head.append(script)
    })
    if ((await hashOf(text)) !== file.sha256) throw new PartError(file.path)
    return JSON.parse(await inflated(text))
  }
}
