/** One line of a file: its values by what its columns are, and what is wrong with them. Pure. */
import type { Column } from './columns';
import type { Field } from './shapes';
import type { Row } from './table';
import { dayIn, listIn, moneyIn, momentIn, textOf, type Cell, type Money } from './values';
import type { ProblemCode } from './words';

/** The line is refused; what it would have added is not. */
export class Refusal extends Error {
  readonly values: string[];

  constructor(
    readonly code: ProblemCode,
    readonly field: Field,
    ...values: string[]
  ) {
    super(code);
    this.values = values;
  }
}

export type Warning = { code: ProblemCode; field: Field; values: string[] };
export type Time = { now: Date; timeZone: string };

export class Line {
  readonly warnings: Warning[] = [];

  constructor(
    readonly number: number,
    private readonly row: Row,
    private readonly places: ReadonlyMap<Field, number>,
    private readonly time: Time,
  ) {}

  static readonly placesOf = (columns: Column[]): Map<Field, number> => new Map(columns.flatMap(({ field }, at) => (field ? [[field, at] as const] : [])));

  private cell(field: Field): Cell {
    const at = this.places.get(field);
    return at === undefined ? null : (this.row.cells[at] ?? null);
  }

  has(field: Field): boolean {
    return this.places.has(field);
  }

  text(field: Field): string {
    return textOf(this.cell(field));
  }

  list(field: Field): string[] {
    return listIn(this.cell(field));
  }

  day(field: Field): string | null {
    return this.parsed(field, 'NOT_A_DATE', (cell) => dayIn(cell, this.time.now));
  }

  moment(field: Field): string | null {
    return this.parsed(field, 'NOT_A_DATE', (cell) => momentIn(cell, this.time));
  }

  money(field: Field): Money | null {
    return this.parsed(field, 'NOT_MONEY', moneyIn);
  }

  /** The first of these columns that says anything. */
  first(...fields: Field[]): Field | null {
    return fields.find((field) => this.text(field) !== '') ?? null;
  }

  warn(code: ProblemCode, field: Field, ...values: string[]): void {
    if (!this.warnings.some((warning) => warning.code === code && warning.values[0] === values[0])) this.warnings.push({ code, field, values });
  }

  private parsed<Value>(field: Field, code: ProblemCode, parse: (cell: Cell) => Value | null): Value | null {
    if (this.text(field) === '') return null;
    const value = parse(this.cell(field));
    if (value === null) throw new Refusal(code, field, this.text(field));
    return value;
  }
}
