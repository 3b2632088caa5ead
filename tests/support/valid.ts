// Whether a page is valid HTML, by the rules of the standard; style is Biome's affair.
import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const checker = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // React writes <meta charSet> and <br/>; the standard takes both.
      'attr-case': 'off',
      'void-style': 'off',
      // `list-style: none` takes the role of a list away in one browser; the role gives it back.
      'no-redundant-role': 'off',
      // The browser trims titles itself, and ours carry the page's finding.
      'long-title': 'off',
      // A page decides where the focus goes only when something is wrong.
      'no-autofocus': 'off',
      // The browser's own summary of problems is ours; `novalidate` and buttons inside forms are checked by journeys.
      'no-implicit-button-type': 'error',
    },
  }),
)

/** What is wrong with a page: the rule, what it says, the place. */
export async function invalidIn(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  )
}
