// The letters of the outbox, the youngest first.

import { useWords } from '../words.tsx'
import { Scroll } from './scroll.tsx'

export type Letter = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly language: string
  readonly state: 'waiting' | 'sent' | 'refused'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: string
  readonly sentAt: string | null
  /** null: not to be seen by a third person */
  readonly text: string | null
}

const MARKS = { waiting: 'part', sent: 'done', refused: 'back' } as const

export function MailTable({ mail, isManager }: { mail: readonly Letter[]; isManager: boolean }) {
  const { t } = useWords()
  if (mail.length === 0) return <p className="meta">{t('team:outbox.empty')}</p>
  return (
    <Scroll label={t('nav.outbox')}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('team:outbox.subject')}</th>
            <th scope="col">{t('team:outbox.to')}</th>
            <th scope="col">{t('team:outbox.state')}</th>
            <th scope="col">{t('team:outbox.when')}</th>
          </tr>
        </thead>
        <tbody>
          {mail.map((letter) => (
            <Row key={letter.id} letter={letter} isManager={isManager} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Row({ letter, isManager }: { letter: Letter; isManager: boolean }) {
  const { t, short } = useWords()
  return (
    <tr>
      <th scope="row">
        <b lang={letter.language} dir="auto">
          {letter.subject}
        </b>
        {letter.text && (
          <details className="more">
            <summary>{t('team:outbox.read')}</summary>
            <Text text={letter.text} language={letter.language} />
          </details>
        )}
      </th>
      <td>
        <bdi>{letter.to}</bdi>
      </td>
      <td>
        <span className={`state ${MARKS[letter.state]}`}>{t(`team:mail_state.${letter.state}`)}</span>
        {letter.lastError && (
          <>
            <br />
            <span className="fine" lang="en" dir="auto">
              {letter.lastError}
            </span>
          </>
        )}
        {letter.state === 'refused' && isManager && (
          <form method="post">
            <button type="submit" name="letter" value={letter.id} className="button second small">
              {t('team:outbox.send_again')}
            </button>
          </form>
        )}
      </td>
      <td className="num">{short(letter.sentAt ?? letter.createdAt)}</td>
    </tr>
  )
}

/** Lines as they were written; an address of this house can be followed. */
function Text({ text, language }: { text: string; language: string }) {
  return (
    <div lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a letter have no identity but their place
        <p key={index}>{/^https?:\/\/\S+$/.test(line.trim()) ? <a href={line.trim()}>{line.trim()}</a> : line}</p>
      ))}
    </div>
  )
}
