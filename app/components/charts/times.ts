// The same mark so many times: seats, dots, squares.

/** @param make gets the place, from 0, for its key */
export function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place))
}
