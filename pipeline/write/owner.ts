import { readFileSync } from 'node:fs'

/** When a process was started, in ticks since boot; "0" where the system does not say (all but Linux). */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces and brackets; the start is the 20th field after it (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0'
  } catch {
    return '0'
  }
}

/** Names this process in files and folders: its number and its start, since a number comes round again. */
export const ownToken = (): string => `${process.pid}-${startOf(process.pid)}`

/** Whether the process of a token still runs. A token that cannot be read is of no process. */
export const isAlive = (token: string): boolean => {
  const { pid, start } = /^(?<pid>[1-9]\d{0,9})-(?<start>\d{1,20})$/u.exec(token)?.groups ?? {}
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startOf(Number(pid))
  return now === '0' || start === '0' || now === start
}
