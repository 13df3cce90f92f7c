/** Columns between two columns of text. */
export const GUTTER = 6;
