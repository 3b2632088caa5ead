// The accessibility statement: what works, how we know, what is still missing, and whom to tell.
import { open } from '../../access.server.ts'
import { Written, WrittenSection } from '../../components/written.tsx'

export const loader = open(({ t }) => ({ title: t('pages:accessibility.title') }))

export default function Accessibility() {
  return (
    <Written page="accessibility">
      <WrittenSection at="accessibility.aim" says={['a']} />
      <WrittenSection at="accessibility.works" says={['a', 'b', 'c', 'd', 'e']} isList />
      <WrittenSection at="accessibility.checked" says={['a']} />
      <WrittenSection at="accessibility.gaps" says={['a', 'b']} isList />
      <WrittenSection at="accessibility.tell" says={['a']} />
    </Written>
  )
}
