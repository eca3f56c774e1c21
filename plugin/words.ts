import type { Manifest } from './manifest';

/**
 * Every word that the manifest shows a person: labels, help texts, options, names of views, tabs, groups, menu items and roles.
 * The SDK's own extraction leaves out the fields and options inside objects, which the server translates all the same.
 */
export const wordsOf = (manifest: Manifest): string[] => {
  const words = new Set<string>();
  const add = (...texts: (string | null | undefined)[]) => texts.forEach((text) => text && words.add(text));

  add(manifest.application.displayName, manifest.application.description);
  const addField = (field: { label: string; description?: string; options?: { label: string }[] | null }) =>
    add(field.label, field.description, ...(field.options ?? []).map(({ label }) => label));
  for (const object of manifest.objects) {
    add(object.labelSingular, object.labelPlural, object.description);
    object.fields.forEach((field) => addField(field as Parameters<typeof addField>[0]));
  }
  manifest.fields.forEach((field) => addField(field as Parameters<typeof addField>[0]));
  for (const view of manifest.views) add(view.name, ...(view.fieldGroups ?? []).map(({ name }) => name));
  for (const { name } of manifest.pageLayouts) add(name);
  for (const tab of [...manifest.pageLayouts.flatMap(({ tabs }) => tabs ?? []), ...manifest.pageLayoutTabs]) {
    add(tab.title, ...(tab.widgets ?? []).map(({ title }) => title));
  }
  for (const { name } of manifest.navigationMenuItems) add(name);
  for (const { label, shortLabel } of manifest.commandMenuItems) add(label, shortLabel);
  for (const { label, description } of manifest.roles) add(label, description);
  for (const { description } of manifest.frontComponents) add(description);
  return [...words].sort();
};
