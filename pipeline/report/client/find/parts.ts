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
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
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
    if (bytesToHex(sha256(utf8ToBytes(text))) !== file.sha256) throw new PartError(file.path)
    return JSON.parse(await inflated(text))
  }
}
