/**
 * A mail as HTML that every mail program shows alike, Outlook included: tables, styles on the elements, no picture. All text that
 * comes in is other people's: it is escaped here and nowhere else.
 */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

export type Fact = { name: string; value: string };
export type Entry = { text: string; note?: string; url?: string; loud?: boolean };
export type Section = { title: string; entries: Entry[]; more?: string };

export type Mail = {
  language: string;
  /** Over the title: what kind of letter it is. */
  kind: string;
  isLoud: boolean;
  title: string;
  intro?: string;
  facts?: Fact[];
  sections?: Section[];
  action: { label: string; url: string };
  footer: string[];
};

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const INK = '#1f2328';
const SOFT = '#5c6370';
const LINE = '#e3e6ea';
const ACCENT = '#3b5bdb';
const LOUD = '#b42318';

/** Programs that know dark colours take these, which need `!important` over the styles on the elements. */
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #141517 !important; }
  .sheet { background: #1f2023 !important; border-color: #34363b !important; }
  .ink { color: #e9eaec !important; }
  .soft { color: #a4a9b3 !important; }
  .loud { color: #ff8b81 !important; }
  .rule { border-color: #34363b !important; }
  .link { color: #a9b8ff !important; }
}
@media (max-width: 480px) { .pad { padding-left: 20px !important; padding-right: 20px !important; } }
`;

const row = (content: string, padding: string): string => `<tr><td class="pad" style="padding:${padding};${FONT}">${content}</td></tr>`;

const factsTable = (facts: Fact[]): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">${facts
    .map(
      ({ name, value }) =>
        `<tr><td class="soft" valign="top" style="padding:3px 16px 3px 0;font-size:14px;line-height:20px;color:${SOFT};${FONT}">${escape(name)}</td>` +
        `<td class="ink" valign="top" style="padding:3px 0;font-size:14px;line-height:20px;color:${INK};word-break:break-word;${FONT}">${escape(value)}</td></tr>`,
    )
    .join('')}</table>`;

const entryRow = ({ text, note, url, loud }: Entry): string => {
  const name = url
    ? `<a class="link" href="${escape(url)}" style="color:${ACCENT};text-decoration:none;">${escape(text)}</a>`
    : escape(text);
  const under = note ? `<br><span class="${loud ? 'loud' : 'soft'}" style="font-size:13px;color:${loud ? LOUD : SOFT};">${escape(note)}</span>` : '';
  return `<tr><td class="ink rule" style="padding:8px 0;border-top:1px solid ${LINE};font-size:14px;line-height:20px;color:${INK};word-break:break-word;${FONT}">${name}${under}</td></tr>`;
};

const sectionTable = ({ title, entries, more }: Section): string =>
  `<p class="ink" style="margin:0 0 6px;font-size:15px;line-height:20px;font-weight:600;color:${INK};">${escape(title)}</p>` +
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">${entries.map(entryRow).join('')}</table>` +
  (more ? `<p class="soft" style="margin:6px 0 0;font-size:13px;line-height:18px;color:${SOFT};">${escape(more)}</p>` : '');

/** Outlook draws a button only by its cell's colour, the others by the link's. */
const button = ({ label, url }: Mail['action']): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${ACCENT}" style="border-radius:6px;background:${ACCENT};">` +
  `<a href="${escape(url)}" style="display:inline-block;padding:10px 20px;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:6px;${FONT}">${escape(label)}</a>` +
  '</td></tr></table>';

export const htmlOf = ({ language, kind, isLoud, title, intro, facts = [], sections = [], action, footer }: Mail): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">` +
  `<meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><title>${escape(title)}</title><style>${DARK}</style></head>` +
  `<body class="page" style="margin:0;padding:0;background:#f3f4f6;">` +
  `<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6;"><tr><td align="center" style="padding:24px 12px;">` +
  `<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->` +
  `<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border:1px solid ${LINE};border-radius:10px;text-align:left;">` +
  row(
    `<p class="${isLoud ? 'loud' : 'soft'}" style="margin:0 0 6px;font-size:13px;line-height:18px;font-weight:600;color:${isLoud ? LOUD : SOFT};">${escape(kind)}</p>` +
      `<h1 class="ink" style="margin:0;font-size:19px;line-height:26px;font-weight:600;color:${INK};word-break:break-word;">${escape(title)}</h1>` +
      (intro ? `<p class="soft" style="margin:8px 0 0;font-size:14px;line-height:20px;color:${SOFT};">${escape(intro)}</p>` : ''),
    '28px 32px 4px',
  ) +
  (facts.length > 0 ? row(factsTable(facts), '12px 32px 4px') : '') +
  sections.map((section) => row(sectionTable(section), '20px 32px 0')).join('') +
  row(button(action), '20px 32px 28px') +
  `<tr><td class="pad rule" style="padding:16px 32px 20px;border-top:1px solid ${LINE};${FONT}">` +
  footer.map((text) => `<p class="soft" style="margin:0;font-size:12px;line-height:18px;color:${SOFT};">${escape(text)}</p>`).join('') +
  '</td></tr></table><!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>';

/** The same for who reads plain text. */
export const textOf = ({ kind, title, intro, facts = [], sections = [], action, footer }: Mail): string =>
  [
    [kind.toUpperCase(), title, intro].filter(Boolean).join('\n\n'),
    facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    ...sections.map(({ title: name, entries, more }) =>
      [name, ...entries.map(({ text, note, url }) => [`- ${text}${note ? ` (${note})` : ''}`, url].filter(Boolean).join('\n  ')), more].filter(Boolean).join('\n'),
    ),
    `${action.label}:\n${action.url}`,
    ['--', ...footer].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
