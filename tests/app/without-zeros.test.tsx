// Arabic of every length arrives as it was written, wherever the buffers of the renderer end.
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wholeOf } from '#app/without-zeros.ts'

const SENTENCE = 'تتولى السلطة المركزية مسك السجل'

const drawn = (before: number) =>
  renderToPipeableStream(
    <main>
      <p>{'x'.repeat(before)}</p>
      {Array.from({ length: 200 }, (_, line) => line).map((line) => (
        <p key={line}>{SENTENCE}</p>
      ))}
    </main>,
  )

test('no zero byte is left, and no letter is lost, whatever stands before', async () => {
  const page = (before: number) => `<main><p>${'x'.repeat(before)}</p>${`<p>${SENTENCE}</p>`.repeat(200)}</main>`
  for (let before = 1; before <= 40; before += 1) {
    expect(new TextDecoder().decode(await wholeOf(drawn(before)))).toBe(page(before))
  }
})
