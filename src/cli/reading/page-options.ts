import type { Format } from '../../reader.ts';
import type { WidthChoice } from '../values.ts';

/** The options of `read` that say how a page looks. */
export interface PageOptions {
  readonly format?: Format;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly html?: boolean;
  readonly width?: WidthChoice;
  readonly wrap?: 'fit' | 'greedy' | 'none';
  readonly hyphens?: 'auto' | 'on' | 'off';
  readonly justify?: boolean;
  readonly theme?: string;
  readonly header?: boolean;
  /** A block of code alone: it is written as it is. */
  readonly code?: number;
  readonly lineNumbers?: boolean;
  readonly margin?: number;
  readonly center?: boolean;
  readonly columns?: 1 | 2;
  readonly smart?: boolean;
}
