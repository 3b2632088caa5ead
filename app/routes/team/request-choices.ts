// What the form of a request offers, in the reader's words.
import type { Text } from '#surveys/definition/model.ts'
import type { Visit } from '../../access.server.ts'
import { saying } from '../../components/questions/said.tsx'
import type { RequestWorld } from '../../plenary/request-world.server.ts'

export function choicesIn(world: RequestWorld, { language }: Pick<Visit, 'language'>) {
  const words = (list: readonly { readonly key: string; readonly label: Text }[]) =>
    list.map(({ key, label }) => ({ value: key, words: saying(label, language).words }))
  return {
    areas: words(world.areas),
    modalities: words(world.modalities),
    partners: words(world.partners),
    measures: words(world.measures),
    countries: words(world.countries.map(({ code, label }) => ({ key: code, label }))),
  }
}
