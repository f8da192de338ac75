/** What a foreign file may be. Beyond it a file is refused, before it can take the memory it asks for. */
export const MEGABYTE = 1_048_576
export const MOST_FILE_MB = 20
/** Counted while inflating: what a zip says of its sizes is only a claim. */
export const MOST_UNPACKED_MB = 200
export const MOST_PARTS = 200
/** A part that unpacks to more than this many times its size is a bomb, unless it is small. */
export const MOST_RATIO = 100
export const SMALL_PART_MB = 10
/** Of a sheet, and of a whole book. The largest real one seen has forty-five thousand. */
export const MOST_ROWS = 100_000
export const MOST_ISSUES = 10_000
export const MOST_XML_DEPTH = 64
