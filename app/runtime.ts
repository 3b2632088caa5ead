// Which Node runs us, and which ones we refuse.

const NEEDED = [24, 7] as const

/** @returns a sentence for people when this Node is too old; null when it will do */
export function refuseNode(version: string): string | null {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [neededMajor, neededMinor] = NEEDED
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return null
  return `Tour de Table needs Node ${NEEDED.join('.')} or newer and was started with ${version}. "npm ci" brings the right one along: start it with "npm start".`
}
