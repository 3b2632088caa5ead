// A document as a download: its name in every language, its type never guessed, nothing in it allowed to run.

type Document = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }

export function attachmentResponse({ name, mediaType, content }: Document): Response {
  return new Response(Buffer.from(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(content.byteLength),
      'Content-Disposition': dispositionOf(name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** RFC 6266: a plain name for old readers, the real one in UTF-8. */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
