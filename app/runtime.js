// Which Node runs us, and which ones we refuse. Plain JavaScript: a Node that is too old has to be able to read it.

const NEEDED = [24, 7]

/**
 * @param {string} version as `process.version` says it
 * @returns {string | null} a sentence for people when this Node is too old; null when it will do
 */
export function refuseNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = NEEDED
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return null
  return `Tour de Table needs Node ${NEEDED.join('.')} or newer and was started with ${version}. "npm ci" brings the right one along; then start with "npm start".`
}
