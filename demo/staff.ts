/** The demo firm's people and departments. */

export const DEMO_LANGUAGE = process.env.DEMO_LANGUAGE === 'ru' ? 'ru' : 'en';

export const DEPARTMENTS = {
  registry: { en: 'Registry', ru: 'Канцелярия', isRegistry: true },
  claims: { en: 'Claims department', ru: 'Отдел претензионной работы', isRegistry: false },
  court: { en: 'Court department', ru: 'Судебный отдел', isRegistry: false },
  enforcement: { en: 'Enforcement department', ru: 'Отдел исполнения решений', isRegistry: false },
  administration: { en: 'Administration', ru: 'Дирекция', isRegistry: false },
} as const;
export type DepartmentKey = keyof typeof DEPARTMENTS;

export const ROLES = {
  clerk: 'Registry clerk',
  lawyer: 'Lawyer',
  head: 'Department head',
  admin: 'Admin',
  partner: 'Managing partner',
  accountant: 'Accountant',
  assistant: 'Assistant',
} as const;
export type Calling = keyof typeof ROLES;

/** `key` is the part of the e-mail before the @. */
export type Employee = {
  key: string;
  calling: Calling;
  department: DepartmentKey;
  isHead: boolean;
  name: Record<'en' | 'ru', { firstName: string; lastName: string }>;
};

const employee = (key: string, department: DepartmentKey, en: string, ru: string, isHead = false): Employee => {
  const split = (name: string) => ({ firstName: name.split(' ')[0], lastName: name.split(' ')[1] });
  return { key, calling: key.replace(/\d+$/, '') as Calling, department, isHead, name: { en: split(en), ru: split(ru) } };
};

export const STAFF: Employee[] = [
  employee('clerk', 'registry', 'Olga Sokolova', 'Ольга Соколова', true),
  employee('lawyer', 'claims', 'Ivan Petrov', 'Иван Петров'),
  employee('lawyer2', 'claims', 'Maria Orlova', 'Мария Орлова'),
  employee('head', 'claims', 'Sergey Volkov', 'Сергей Волков', true),
  employee('admin', 'administration', 'Anna Lebedeva', 'Анна Лебедева'),
  employee('partner', 'administration', 'Viktor Belov', 'Виктор Белов', true),
  employee('head2', 'court', 'Natalia Gromova', 'Наталия Громова', true),
  employee('head3', 'enforcement', 'Andrey Kiselev', 'Андрей Киселёв', true),
  employee('lawyer3', 'claims', 'Tatiana Vinogradova', 'Татьяна Виноградова'),
  employee('lawyer4', 'claims', 'Pavel Nazarov', 'Павел Назаров'),
  employee('lawyer5', 'court', 'Elena Komarova', 'Елена Комарова'),
  employee('lawyer6', 'court', 'Dmitry Zhukov', 'Дмитрий Жуков'),
  employee('lawyer7', 'court', 'Yulia Fomina', 'Юлия Фомина'),
  employee('lawyer8', 'court', 'Maxim Davydov', 'Максим Давыдов'),
  employee('lawyer9', 'enforcement', 'Irina Melnikova', 'Ирина Мельникова'),
  employee('lawyer10', 'enforcement', 'Alexey Shcherbakov', 'Алексей Щербаков'),
  employee('clerk2', 'registry', 'Lyudmila Ponomareva', 'Людмила Пономарёва'),
  employee('clerk3', 'registry', 'Nikolay Danilov', 'Николай Данилов'),
  employee('accountant', 'administration', 'Galina Zhuravleva', 'Галина Журавлёва'),
  employee('accountant2', 'administration', 'Oleg Filippov', 'Олег Филиппов'),
  employee('assistant', 'claims', 'Daria Bogdanova', 'Дарья Богданова'),
  employee('assistant2', 'claims', 'Kirill Vorobyov', 'Кирилл Воробьёв'),
  employee('assistant3', 'court', 'Alina Frolova', 'Алина Фролова'),
  employee('assistant4', 'court', 'Roman Tarasov', 'Роман Тарасов'),
  employee('assistant5', 'enforcement', 'Ksenia Blinova', 'Ксения Блинова'),
];

/** `MORE_PEOPLE=5`: lawyers by number alone, where the firm's own people are too few. */
const MORE_PEOPLE = Number(process.env.MORE_PEOPLE || 0);
STAFF.push(...Array.from({ length: MORE_PEOPLE }, (_, index) => employee(`lawyer${101 + index}`, 'court', `Lawyer ${101 + index}`, `Юрист ${101 + index}`)));

const numberOf = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? 1);

/** Whose work somebody takes who is not there: the same calling first, then those nearest to it. */
const INSTEAD: Record<Calling, Calling[]> = {
  clerk: ['clerk', 'assistant', 'lawyer'],
  lawyer: ['lawyer', 'head'],
  head: ['head', 'partner', 'admin', 'lawyer'],
  admin: ['admin', 'partner', 'head'],
  partner: ['partner', 'admin', 'head'],
  accountant: ['accountant', 'admin', 'head'],
  assistant: ['assistant', 'lawyer', 'clerk'],
};

/**
 * Which of the members who are really there stands for each employee. In a real Twenty only some of the firm's people are;
 * the others' work falls to them, always in the same way.
 *
 * @param members those there, in any order; an employee is known by the part of the e-mail before the @
 */
export const castOf = <Member extends { id: string; userEmail: string }>(members: Member[]): Map<string, Member> => {
  const prefixOf = ({ userEmail }: Member) => userEmail.split('@')[0];
  const sorted = [...members].sort((one, other) => (prefixOf(one) < prefixOf(other) ? -1 : 1));
  if (sorted.length === 0) throw new Error('The demo office needs at least one member of the workspace');
  return new Map(
    STAFF.map(({ key, calling }) => {
      const group = INSTEAD[calling].map((one) => sorted.filter((member) => prefixOf(member).replace(/\d+$/, '') === one)).find((some) => some.length > 0) ?? sorted;
      return [key, sorted.find((member) => prefixOf(member) === key) ?? group[(numberOf(key) - 1) % group.length]];
    }),
  );
};
