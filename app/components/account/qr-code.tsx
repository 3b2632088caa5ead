// A square code, drawn as one shape: every dark module a unit square of its path.
import { encode } from 'uqr'

/** @param alt what it is, for those who cannot see or scan it */
export function QrCode({ text, alt }: { text: string; alt: string }) {
  // Apps need a light edge of four modules around the dark ones.
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className="square-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={alt}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
