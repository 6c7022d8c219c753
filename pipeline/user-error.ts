/** Something the user can mend. The message names the thing, the place and the mend, and stands alone without a stack. */
export class UserError extends Error {
  /** Exit code of the command: 1 the work failed, 2 it was called wrongly. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.name = 'UserError'
    this.exitCode = exitCode
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; allow it or choose another place',
  EBUSY: 'it is in use or a mount point; choose a folder below it',
  EDQUOT: 'the disk quota is used up; make room',
  EEXIST: 'a file of that name stands there; move it or choose another place',
  EFBIG: 'the file is larger than allowed here; raise the limit (ulimit -f) or choose another disk',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle; mend the links',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many open files on this machine',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full; make room',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EPERM: 'not permitted; allow it or choose another place',
  EROFS: 'the disk is read-only; choose another place',
}

/** Why the system refused, in words: "the disk is full; make room (ENOSPC)". */
export const systemReason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  const reason = code === undefined ? undefined : reasons[code]
  return reason ? `${reason} (${code})` : message
}
