// The page's own form: the language buttons in the masthead send it, so that nothing typed is lost.

export const ANSWER_FORM = 'answer'
