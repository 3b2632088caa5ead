// The failures that `problems` has words for; any other one is said in the words of its kind.

const SAID = [400, 401, 403, 404, 405, 408, 409, 411, 413, 415, 417, 421, 429, 431, 500, 503]

/** The status whose words fit: itself, else 400 for what the sender and 500 for what we did wrong. */
export function failureOf(status: number): number {
  if (SAID.includes(status)) return status
  return status < 500 ? 400 : 500
}
