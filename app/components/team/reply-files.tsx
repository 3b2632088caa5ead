// The documents and links of an answer. Documents are downloaded; a link is shown and opened by the reader's own choice.
import { isAttachments } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { useWords } from '../words.tsx'

export function ReplyFiles({ cell, base }: { cell: Cell; base: string }) {
  const { t, number } = useWords()
  const attachments = isAttachments(cell.value) ? cell.value : []
  return (
    <ul role="list">
      {attachments.map((one) =>
        one.kind === 'file' ? (
          <li key={one.id}>
            <a href={`${base}/files/${one.id}`}>
              <bdi>{one.name}</bdi>
            </a>{' '}
            <span className="fine">
              {t('answer:files.kilobytes', { size: number(Math.max(1, Math.round(one.bytes / 1000))) })}
            </span>
          </li>
        ) : (
          <li key={one.url}>
            <a href={one.url} rel="noreferrer noopener external">
              <bdi>{one.url}</bdi>
            </a>
          </li>
        ),
      )}
    </ul>
  )
}
