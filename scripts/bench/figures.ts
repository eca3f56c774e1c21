/** What the benches measured, each figure beside its reference from the same run. */
type Figure = { figure: string; measured: string; reference: string; goal: string };
const figures: Figure[] = [];

export const note = (figure: string, measured: string, reference: string, goal: string): void => {
  figures.push({ figure, measured, reference, goal });
  console.log(`${figure}: ${measured} (reference: ${reference}; goal: ${goal})`);
};

export const printFigures = (): void => console.table(figures);

export const percentile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
