// The frame of every page: banner, masthead, navigation, footer, as in the look.
import type { ReactNode } from 'react'
import { LANGUAGES, type Language, OWN_NAMES } from '../languages.ts'
import { NavBar, type NavItem } from './navigation.tsx'
import { useWords } from './words.tsx'

/** What the masthead says about where one is: `Delegation of Nerida` above `Demonstration programme`. */
export type Place = { readonly title: string; readonly under?: string }

export type FrameProps = {
  readonly path: string
  /** this page, with its question mark: where the language switch comes back to */
  readonly returnTo: string
  /** null: nobody is signed in */
  readonly person: string | null
  readonly place: Place | null
  readonly nav: readonly NavItem[]
  /** id of the page's own form: the language buttons then belong to it, and nothing typed is lost */
  readonly languageForm?: string
  /** the banner in each language's own words; null where nobody could be recognised */
  readonly banners: Readonly<Record<Language, string>> | null
  /** what everybody has to know now */
  readonly notice: string | null
  readonly children: ReactNode
}

export function Frame(props: FrameProps) {
  const { t } = useWords()
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="masthead">
        {props.banners && <DemoBanner banners={props.banners} />}
        <div>
          <Brand />
          {props.place && (
            <p className="place">
              <b>{props.place.title}</b>
              {props.place.under}
            </p>
          )}
          <div className="tools">
            <LanguageSwitch returnTo={props.returnTo} form={props.languageForm} />
            <SignedInAs person={props.person} door={props.banners ? '/demo' : '/sign-in'} path={props.path} />
          </div>
        </div>
      </header>
      {props.nav.length > 0 && <NavBar items={props.nav} path={props.path} />}
      <main id="content" tabIndex={-1}>
        {props.notice && (
          <p className="notice attend" role="status">
            {props.notice}
          </p>
        )}
        {props.children}
      </main>
      <Foot />
    </>
  )
}

function DemoBanner({ banners }: { banners: Readonly<Record<Language, string>> }) {
  const { language } = useWords()
  const others = LANGUAGES.filter((other) => other !== language)
  return (
    <p className="demo">
      <span>{banners[language]}</span>
      {others.map((other) => (
        <span key={other}>
          <bdi lang={other}>{banners[other]}</bdi>
        </span>
      ))}
    </p>
  )
}

function Brand() {
  return (
    <a className="brand" href="/">
      <svg viewBox="0 0 36 28" aria-hidden="true" focusable="false">
        <ellipse cx="18" cy="14" rx="8.5" ry="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <circle cx="31.5" cy="18.1" r="2.5" fill="currentColor" />
        <circle cx="23.6" cy="24.0" r="2.5" fill="currentColor" />
        <circle cx="12.4" cy="24.0" r="2.5" fill="currentColor" />
        <circle cx="4.5" cy="18.1" r="2.5" fill="currentColor" />
        <circle cx="4.5" cy="9.9" r="2.5" fill="currentColor" />
        <circle cx="12.4" cy="4.0" r="2.5" fill="currentColor" />
        <circle cx="23.6" cy="4.0" r="2.5" fill="currentColor" />
        <circle cx="31.5" cy="9.9" r="2.5" fill="currentColor" />
      </svg>
      <span lang="fr">Tour de Table</span>
    </a>
  )
}

/** Buttons, because a link must not change anything; inside a form that holds answers they send the answers along. */
function LanguageSwitch({ returnTo, form }: { returnTo: string; form?: string }) {
  const { t } = useWords()
  const buttons = (
    <ul role="list">
      {LANGUAGES.map((code) => (
        <li key={code}>
          <LanguageButton code={code} form={form} />
        </li>
      ))}
    </ul>
  )
  if (form)
    return (
      <nav aria-label={t('language')}>
        <OnEnter form={form} />
        {buttons}
      </nav>
    )
  return (
    <nav aria-label={t('language')}>
      <form method="post" action="/language">
        <input type="hidden" name="returnTo" value={returnTo} />
        {buttons}
      </form>
    </nav>
  )
}

/** The Enter key presses a form's first button: without this one, that would be the first language. */
function OnEnter({ form }: { form: string }) {
  return (
    <button type="submit" form={form} name="act" value="stay" className="hidden" tabIndex={-1} aria-hidden="true" />
  )
}

function LanguageButton({ code, form }: { code: Language; form?: string }) {
  const { language } = useWords()
  const sends = form ? { form, name: 'act', value: `language:${code}` } : { name: 'language', value: code }
  return (
    <button type="submit" lang={code} aria-current={code === language ? 'true' : undefined} {...sends}>
      {OWN_NAMES[code]}
    </button>
  )
}

function SignedInAs({ person, door, path }: { person: string | null; door: string; path: string }) {
  const { t } = useWords()
  if (!person) return path === door ? null : <a href={door}>{t('sign_in')}</a>
  return (
    <>
      <a href="/account">{person}</a>
      <form method="post" action="/sign-out">
        <button type="submit">{t('sign_out')}</button>
      </form>
    </>
  )
}

function Foot() {
  const { t } = useWords()
  return (
    <footer className="foot">
      <div>
        <p>{t('foot.owners')}</p>
        <ul role="list">
          <li>
            <a href="/help">{t('foot.help')}</a>
          </li>
          <li>
            <a href="/accessibility">{t('foot.accessibility')}</a>
          </li>
          <li>
            <a href="/who-sees-what">{t('foot.who_sees_what')}</a>
          </li>
          <li>
            <a href="/privacy">{t('foot.privacy')}</a>
          </li>
          <li>
            <a href="/verify">{t('foot.verify')}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
