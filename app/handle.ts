// What a route module may say about its page (`export const handle`), and what its loader may say to the frame.
import type { NavItem } from './components/navigation.tsx'

export type Handle = {
  /** the page runs React in the browser; only dashboards with charts do */
  readonly hydrate?: boolean
  /** modules of app/enhance that the page loads, by name */
  readonly enhance?: readonly string[]
  /** id of the page's form: the language buttons of the masthead send it, with `act` = `language:<code>` */
  readonly languageForm?: string
  /** a page of the plenary: `hall` fills a screen without our frame, `console` uses the whole width */
  readonly body?: 'hall' | 'console'
}

/** Of a loader's data, what the frame shows. */
export type ForFrame = {
  /** the page's title, without the name of the product; "Error: " comes by itself when the action returns `problems` */
  readonly title?: string
  /** where one is; without it, the membership says so */
  readonly place?: { readonly title: string; readonly under?: string }
  /** more items for the navigation, after the usual ones */
  readonly nav?: readonly NavItem[]
}
