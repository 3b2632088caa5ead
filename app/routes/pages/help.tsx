// Help and contact: how to get in, how to answer, and whom to ask.
import { useLoaderData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { useWords } from '../../components/words.tsx'
import { Written, WrittenSection } from '../../components/written.tsx'

export const loader = open(({ t, house }) => ({ title: t('pages:help.title'), contact: house.config.contact }))

export default function Help() {
  const { contact } = useLoaderData<typeof loader>()
  return (
    <Written page="help">
      <Contact contact={contact} />
      <WrittenSection at="help.sign_in" says={['a', 'b', 'c']} />
      <WrittenSection at="help.answering" says={['a', 'b', 'c', 'd']} />
      <WrittenSection at="help.submitting" says={['a', 'b', 'c']} />
      <WrittenSection at="help.not_here" says={['a']} />
    </Written>
  )
}

function Contact({ contact }: { contact: string | null }) {
  const { t } = useWords()
  const [before, after] = contact ? t('pages:help.contact.a', { contact }).split(contact) : []
  return (
    <section className="prose">
      <h2>{t('pages:help.contact.title')}</h2>
      {contact ? (
        <p>
          {before}
          <a href={`mailto:${contact}`}>
            <bdi>{contact}</bdi>
          </a>
          {after}
        </p>
      ) : (
        <p>{t('pages:help.contact_unknown.a')}</p>
      )}
      <p>{t('pages:help.contact.b')}</p>
    </section>
  )
}
