export const chance = (share: number): boolean => Math.random() < share;
export const between = (least: number, most: number): number => least + Math.random() * (most - least);
export const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
export const shuffled = <T>(list: readonly T[]): T[] => list.map((item) => [Math.random(), item] as const).sort(([one], [other]) => one - other).map(([, item]) => item);
