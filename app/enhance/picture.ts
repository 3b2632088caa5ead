// Beside each chart that can be saved as SVG: the same as PNG, drawn by the browser from that very file.

/** Twice the size of the drawing, so that it stays sharp on a slide. */
const SCALE = 2

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-picture]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = link.dataset.picture ?? ''
  button.addEventListener('click', () => save(link.href))
  link.after(button)
}

/** @param href of the SVG; its name becomes the name of the PNG */
async function save(href: string): Promise<void> {
  const image = new Image()
  image.src = href
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SCALE * image.naturalWidth
  canvas.height = SCALE * image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) return
  const name = new URL(href).pathname.split('/').at(-1) ?? ''
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name.replace(/\.svg$/, '.png')
  link.click()
  URL.revokeObjectURL(link.href)
}
