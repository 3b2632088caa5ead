// What only an administrator of a machine can do: mount a small disk.
import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'

/** A disk of this size, such as `12m`, in memory; only whoever knows its path finds it. */
export async function mounted(path: string, size: string): Promise<{ path: string; unmount(): Promise<void> }> {
  await mkdir(path)
  run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', path])
  // Lazily: after a failure somebody may still be in it.
  return { path, unmount: async () => run('umount', ['-l', path]) }
}

function run(program: string, parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
