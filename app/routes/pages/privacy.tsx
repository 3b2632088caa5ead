// The privacy notice: which personal data are kept, why, for how long, and what one may ask for.
import { open } from '../../access.server.ts'
import { Written, WrittenSection } from '../../components/written.tsx'

export const loader = open(({ t }) => ({ title: t('pages:privacy.title') }))

export default function Privacy() {
  return (
    <Written page="privacy">
      <WrittenSection at="privacy.who" says={['a']} />
      <WrittenSection at="privacy.what" says={['a', 'b', 'c', 'd', 'e']} isList />
      <WrittenSection at="privacy.why" says={['a']} />
      <WrittenSection at="privacy.cookies" says={['a', 'b']} />
      <WrittenSection at="privacy.long" says={['a', 'b']} />
      <WrittenSection at="privacy.rights" says={['a']} />
    </Written>
  )
}
