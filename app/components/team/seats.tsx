// The sign of the house: n places round the table, k of them taken.
export function Seats({ taken, all }: { taken: number; all: number }) {
  return (
    <span className="seats" aria-hidden="true">
      {Array.from({ length: all }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seats have no name, only a place
        <i key={index} className={index < taken ? 'on' : undefined} />
      ))}
    </span>
  )
}
