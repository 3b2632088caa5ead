// Documents and links: what is there, with a way to take it out; a field for a link, a field for documents.
import { attachmentId } from '#surveys/answering/attachments.ts'
import type { Attachment } from '#surveys/answering/model.ts'
import type { FileQuestion } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { type Asked, attachmentsOf, idOf, namesOf } from './asked.ts'
import type { ControlProps } from './control.tsx'

export function Attachments({ asked, question }: ControlProps & { question: FileQuestion }) {
  const { t } = useWords()
  const attached = attachmentsOf(asked.cell)
  const isFull = attached.length >= question.max_files
  return (
    <>
      {attached.length > 0 && (
        <ul role="list" className="attached">
          {attached.map((attachment) => (
            <Attached key={attachmentId(attachment)} asked={asked} attachment={attachment} />
          ))}
        </ul>
      )}
      {isFull ? (
        <p className="meta gap-above">{t('answer:files.full', { count: question.max_files })}</p>
      ) : (
        <Adding asked={asked} question={question} />
      )}
    </>
  )
}

/** What the form sends to say which attachment is meant. */

function Attached({ asked, attachment }: { asked: Asked; attachment: Attachment }) {
  const { t } = useWords()
  const sizeOf = useSize()
  const field = asked.field.name
  const name = attachment.kind === 'file' ? attachment.name : attachment.url
  return (
    <li>
      {attachment.kind === 'file' ? (
        <a href={`${asked.address}/files/${attachment.id}`} download>
          <bdi>{name}</bdi>
        </a>
      ) : (
        <a href={attachment.url} rel="noopener noreferrer nofollow" target="_blank">
          <bdi>{name}</bdi>
        </a>
      )}
      <span className="meta">
        {attachment.kind === 'file'
          ? t('answer:files.size', { size: sizeOf(attachment.bytes) })
          : t('answer:files.link')}
      </span>
      <button
        type="submit"
        className="button quiet small"
        name="act"
        value={`remove-file:${field}:${attachmentId(attachment)}`}
      >
        <span>
          {t('answer:files.remove')}
          <span className="hidden"> {name}</span>
        </span>
      </button>
    </li>
  )
}

/** The document goes to a route of its own, with everything typed on this page beside it: nothing is lost. */
function Documents({ asked, question }: ControlProps & { question: FileQuestion }) {
  const { t } = useWords()
  const { name } = asked.field
  return (
    <div className="field">
      <label htmlFor={idOf(name, 'v')}>{t('answer:files.add')}</label>
      <input
        type="file"
        id={idOf(name, 'v')}
        name={namesOf(name).file}
        accept={question.accept.map((ending) => `.${ending}`).join(',')}
        multiple={question.max_files > 1}
        data-most={question.max_megabytes * 1e6}
        data-too-large={t('answer:problem.file_too_large', { max: question.max_megabytes })}
      />
      <button
        type="submit"
        className="button second small"
        name="act"
        value={`upload:${name}`}
        formAction={`${asked.address}/${asked.field.section}/files`}
        formEncType="multipart/form-data"
      >
        {t('answer:files.upload')}
      </button>
    </div>
  )
}

function Adding({ asked, question }: ControlProps & { question: FileQuestion }) {
  const { t } = useWords()
  const { name } = asked.field
  return (
    <div className="pair gap-above">
      {asked.takesDocuments && <Documents asked={asked} question={question} />}
      <div className="field">
        <label htmlFor={idOf(name, 'l')}>{t('answer:files.add_link')}</label>
        <input
          type="url"
          className="long"
          id={idOf(name, 'l')}
          name={namesOf(name).link}
          dir="ltr"
          placeholder="https://"
          defaultValue={asked.link ?? ''}
          aria-invalid={asked.link === null ? undefined : true}
        />
        <button type="submit" className="button second small" name="act" value={`add-link:${name}`}>
          {t('answer:files.keep_link')}
        </button>
      </div>
    </div>
  )
}

/** In steps that mean something: kilobytes up to a megabyte, then megabytes with one decimal. */
function useSize() {
  const { t, number } = useWords()
  return (bytes: number) =>
    bytes < 1e6
      ? t('answer:files.kilobytes', { size: number(Math.max(1, Math.round(bytes / 1e3))) })
      : t('answer:files.megabytes', { size: number(bytes / 1e6, 1) })
}
