// The same title in each language of the interface, each field in its own direction.
import { LANGUAGES } from '../../languages.ts'
import { useWords } from '../words.tsx'
import { type Sent, TextField } from './fields.tsx'

export function TitleFields({
  sent,
  label,
  start = {},
}: {
  sent: Sent
  label: string
  start?: Readonly<Record<string, string>>
}) {
  const { t } = useWords()
  return (
    <>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          sent={sent}
          name={`title.${language}`}
          label={t(label, { language: t(`languages.${language}`) })}
          lang={language}
          start={start[language]}
        />
      ))}
    </>
  )
}
