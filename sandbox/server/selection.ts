import { Kind, valueFromASTUntyped, type ArgumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** What a request asks for, freed of fragments, directives and variables. Only a root field's alias counts: Twenty heeds no other. */
export type Selection = { key: string; name: string; args: Record<string, unknown>; children: Selection[] };

type Document = { fragments: Map<string, FragmentDefinitionNode>; variables: Record<string, unknown> };

const argumentsOf = (nodes: readonly ArgumentNode[] | undefined, variables: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries((nodes ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));

const isIncluded = ({ directives }: FieldNode | { directives?: FieldNode['directives'] }, { variables }: Document): boolean =>
  (directives ?? []).every(({ name, arguments: nodes }) => {
    const { if: condition } = argumentsOf(nodes, variables);
    return name.value === 'include' ? condition === true : name.value === 'skip' ? condition !== true : true;
  });

const merge = (into: Selection[], more: Selection[]): Selection[] => {
  for (const selection of more) {
    const same = into.find(({ key }) => key === selection.key);
    if (same) merge(same.children, selection.children);
    else into.push(selection);
  }
  return into;
};

export const selectionsOf = (set: SelectionSetNode | undefined, document: Document, isRoot = false): Selection[] => {
  const found: Selection[] = [];
  for (const node of set?.selections ?? []) {
    if (!isIncluded(node, document)) continue;
    if (node.kind === Kind.FIELD) {
      const args = argumentsOf(node.arguments, document.variables);
      const name = node.name.value;
      const key = isRoot ? (node.alias?.value ?? name) : name;
      merge(found, [{ key, name, args, children: selectionsOf(node.selectionSet, document) }]);
    } else {
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : document.fragments.get(node.name.value)?.selectionSet;
      merge(found, selectionsOf(inner, document, isRoot));
    }
  }
  return found;
};

export const childrenOf = (selections: Selection[], ...path: string[]): Selection[] =>
  path.reduce<Selection[]>((level, name) => level.filter((each) => each.name === name).flatMap(({ children }) => children), selections);
