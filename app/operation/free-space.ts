// How much room the disk of the database still has, and when that is too little to promise anything.
import { statfs } from 'node:fs/promises'

/** Bytes. */
export type Space = { readonly free: number; readonly whole: number }

const MEGABYTE = 1_000_000
/** 500 MB, or on a small disk 5 % of it. */
const LEAST = { bytes: 500 * MEGABYTE, share: 0.05 }
/** Open again only with a tenth more than what closed it: otherwise the same megabyte would open and close it in turn. */
const MARGIN = 1.1

/** The disk that a folder lies on. */
export async function spaceOf(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, whole: blocks * bsize }
}

/**
 * Bytes that must stay free.
 * @param megabytes what the installation says; null: the smaller of 500 MB and 5 % of the disk
 */
export function leastFree({ whole }: Space, megabytes: number | null): number {
  return megabytes === null ? Math.min(LEAST.bytes, whole * LEAST.share) : megabytes * MEGABYTE
}

/** Whether answers should no longer be taken, before the system itself refuses them. */
export function isTooFull(space: Space, megabytes: number | null, wasTooFull: boolean): boolean {
  return space.free < leastFree(space, megabytes) * (wasTooFull ? MARGIN : 1)
}
