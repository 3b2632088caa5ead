// `npm test`: the check, then every test. The last line says how many passed and how many failed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { CHECKS, runChecks } from './check.ts'

const RESULT = '.cache/tests.json'
type Result = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

const checks = runChecks(CHECKS)
const tests = checks.failed > 0 ? { passed: 0, failed: 0 } : runTests(process.argv.slice(2))
const failed = checks.failed + tests.failed
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

/** @param wanted arguments for vitest: names of files, of projects; none for everything */
function runTests(wanted: readonly string[]): { passed: number; failed: number } {
  rmSync(RESULT, { force: true })
  mkdirSync('.cache', { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULT}`]
  const parameters = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...wanted]
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' })
  if (!existsSync(RESULT)) return { passed: 0, failed: 1 }
  const result = JSON.parse(readFileSync(RESULT, 'utf8')) as Result
  // A file that does not even load has no tests that could fail.
  const broken = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = result.numFailedTests + broken.length
  // An error outside any test fails the run as well.
  return { passed: result.numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed }
}
