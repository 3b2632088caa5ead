// The frame of every page of one's own account: where one is, what is wrong, what was done, what it is about.
import type { ReactNode } from 'react'
import { Crumbs, Head } from '../team/frame.tsx'
import { useWords } from '../words.tsx'
import { Field, type Problem, Problems } from './fields.tsx'

type PageProps = {
  readonly title: string
  readonly lead: string
  /** a word of `profile:done` */
  readonly done: string | null
  readonly problems: readonly Problem[] | undefined
  /** the account itself has nothing above it */
  readonly isTop?: boolean
  readonly children: ReactNode
}

export function AccountPage({ title, lead, done, problems, isTop = false, children }: PageProps) {
  const { t } = useWords()
  return (
    <div className="page">
      <Problems problems={problems} />
      {done && !problems?.length && (
        <div className="notice kept" role="status">
          <p>
            <strong>{t(`profile:done.${done}`)}</strong>
          </p>
        </div>
      )}
      {!isTop && <Crumbs steps={[{ href: '/account', words: t('profile:title') }]} here={title} />}
      <Head title={title}>
        <p className="lead">{lead}</p>
      </Head>
      {children}
    </div>
  )
}

/** The passphrase that one has, asked again before anything delicate. */
export function CurrentPassword({ problems, name = 'password' }: { problems?: readonly Problem[]; name?: string }) {
  const { t } = useWords()
  return (
    <Field
      name={name}
      label={t('profile:current.label')}
      hint={t('profile:current.hint')}
      problems={problems}
      type="password"
      autoComplete="current-password"
    />
  )
}

/** In the demonstration nothing about signing in can be changed. */
export function Invented() {
  const { t } = useWords()
  return (
    <div className="notice plain">
      <p>{t('profile:demo')}</p>
    </div>
  )
}

/** Leads to where the factor that is there already is shown. */
export function StepUpFirst({ to }: { to: string }) {
  const { t } = useWords()
  return (
    <div className="notice attend">
      <p>{t('profile:step_up.lead')}</p>
      <p>
        <a href={to}>{t('profile:step_up.heading')}</a>
      </p>
    </div>
  )
}
