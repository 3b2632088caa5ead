// The words of a picture: sentences of the interface and labels of the questionnaire, in the language of the request.
import type { Finding } from '#surveys/analysis/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { ParticipantVisit } from '../../access.server.ts'
import { saying } from '../../components/questions/said.tsx'
import { type Speech, speechOf } from '../../components/words.tsx'

export type Telling = Pick<Speech, 't' | 'number' | 'list' | 'dir' | 'language' | 'inZone' | 'zone'> & {
  readonly url: URL
  /** a label in the language of the picture */
  readonly read: (text: Text) => string
  readonly say: (finding: Finding) => string
}

export function tellingOf({ t, language, account, url }: ParticipantVisit, timeZone: string): Telling {
  const speech = speechOf({ t, language, digits: account.digits, timeZone })
  const read = (text: Text) => saying(text, language).words
  const say = ({ code, numbers, texts }: Finding) => {
    const labels = Object.entries(texts ?? {}).map(([name, text]) => [name, read(text)])
    return t(`results:finding.${code}`, { ...numbers, ...Object.fromEntries(labels) })
  }
  return { ...speech, url, read, say }
}
