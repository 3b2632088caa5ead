// `npm run check`: types, style, what nobody uses, and the laws of the house.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export type Check = { readonly name: string; readonly program: string; readonly parameters: readonly string[] }

/** Without the laws, which are tests: `npm test` runs them with the others. */
export const CHECKS: readonly Check[] = [
  { name: 'types', program: 'node_modules/typescript/bin/tsc', parameters: ['--project', '.'] },
  { name: 'style', program: 'node_modules/@biomejs/biome/bin/biome', parameters: ['check', '--error-on-warnings'] },
  { name: 'nothing unused', program: 'node_modules/knip/bin/knip.js', parameters: ['--no-progress'] },
]
const LAWS: Check = {
  name: 'laws',
  program: 'node_modules/vitest/vitest.mjs',
  parameters: ['run', '--project', 'app', 'tests/laws.test.ts'],
}

/** @returns how many of the checks hold, and how many do not */
export function runChecks(checks: readonly Check[]): { passed: number; failed: number } {
  const results = checks.map(runCheck)
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}

function runCheck({ name, program, parameters }: Check): boolean {
  const began = Date.now()
  const { status } = spawnSync(process.execPath, [program, ...parameters], { stdio: 'inherit' })
  console.log(`${status === 0 ? 'holds' : 'FAILS'}: ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return status === 0
}

if (import.meta.main) {
  if (!existsSync('node_modules/typescript')) throw new Error('The tools are not installed: run "npm ci" first.')
  const { failed } = runChecks([...CHECKS, LAWS])
  process.exit(failed > 0 ? 1 : 0)
}
