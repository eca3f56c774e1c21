import { type CSSProperties, type ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';

/**
 * Twenty's look. Inside Twenty its own CSS variables give every colour; the values here are what they fall back to elsewhere.
 * Each is [name, Twenty's variable, light, dark].
 */
const COLOURS = [
  ['ink', 'font-color-primary', '#333333', '#ebebeb'],
  ['soft', 'font-color-secondary', '#666666', '#b3b3b3'],
  ['faint', 'font-color-tertiary', '#8a8a8a', '#818181'],
  ['surface', 'background-primary', '#ffffff', '#171717'],
  ['raised', 'background-secondary', '#fcfcfc', '#1b1b1b'],
  ['hover', 'background-transparent-light', '#0000000a', '#ffffff0f'],
  ['press', 'background-transparent-medium', '#00000014', '#ffffff1a'],
  ['line', 'border-color-medium', '#ebebeb', '#222222'],
  ['strong', 'border-color-strong', '#d6d6d6', '#484848'],
] as const;

const TAGS = {
  gray: ['#f5f5f5', '#666666', '#222222', '#b3b3b3'],
  blue: ['#edf2fe', '#415ac4', '#1a2447', '#9db0ff'],
  sky: ['#e2f6fd', '#2a7299', '#15273e', '#86c5ec'],
  turquoise: ['#e0f8f2', '#0f7f6d', '#152d2a', '#5bd6b7'],
  green: ['#e7f6eb', '#2b7f51', '#192c22', '#6bd391'],
  yellow: ['#fffabb', '#997000', '#2c230a', '#f3e162'],
  orange: ['#ffeed7', '#c95600', '#311f0e', '#ffa05c'],
  red: ['#fdebeb', '#c43b37', '#39141a', '#ff918b'],
  purple: ['#f6edfd', '#7a48b2', '#2d1c3a', '#cd9eff'],
} as const;

export type TagColour = keyof typeof TAGS;

const variables = (dark: boolean): CSSProperties =>
  ({
  ...Object.fromEntries(COLOURS.map(([name, host, light, night]) => [`--ld-${name}`, `var(--t-${host}, ${dark ? night : light})`])),
  ...Object.fromEntries(
    Object.entries(TAGS).flatMap(([name, [back, text, nightBack, nightText]]) => [
      [`--ld-${name}-back`, `var(--t-tag-background-${name}, ${dark ? nightBack : back})`],
      [`--ld-${name}-text`, `var(--t-tag-text-${name}, ${dark ? nightText : text})`],
    ]),
  ),
  '--ld-accent': 'var(--t-color-blue, #4662d5)',
  colorScheme: dark ? 'dark' : 'light',
}) as CSSProperties;

/** Hover, focus and narrow places need a style sheet; the host puts it into the page's head, hence the prefix. */
const CSS = `
.ld, .ld * { box-sizing: border-box; }
.ld { font: 400 13px/1.45 var(--t-font-family, Inter, sans-serif); color: var(--ld-ink); background: var(--ld-surface); width: 100%; height: 100%; min-height: 0; overflow: auto; container-type: inline-size; overflow-wrap: break-word; }
:where(.ld) h2 { margin: 0; font-size: inherit; font-weight: 500; }
.ld-col { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.ld-row { display: flex; align-items: center; gap: 8px; min-width: 0; }
.ld-wrap { flex-wrap: wrap; row-gap: 4px; }
.ld-grow { flex: 1; min-width: 0; }
.ld-panel { display: flex; flex-direction: column; gap: 16px; padding: 16px; max-width: 560px; }
.ld-strong { font-weight: 500; }
.ld-soft { color: var(--ld-soft); }
.ld-faint { color: var(--ld-faint); }
.ld-small { font-size: 12px; }
.ld-cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ld-two { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.ld-figures { font-variant-numeric: tabular-nums; }
.ld-card { border: 1px solid var(--ld-line); border-radius: 8px; background: var(--ld-raised); padding: 12px; }
.ld-button { display: inline-flex; align-items: center; justify-content: center; gap: 4px; max-width: 100%; height: 24px; padding: 0 8px; border-radius: 4px; border: 1px solid var(--ld-line); background: transparent; color: var(--ld-soft); font: 500 13px/1 var(--t-font-family, Inter, sans-serif); white-space: nowrap; cursor: pointer; }
.ld-button:hover { background: var(--ld-hover); }
.ld-button:active { background: var(--ld-press); }
.ld-button:focus-visible, .ld-input:focus-visible, .ld-link:focus-visible, .ld-option:focus-visible, .ld-tile:focus-visible { outline: 2px solid var(--ld-accent); outline-offset: 1px; }
.ld-button:disabled { opacity: .5; cursor: default; background: transparent; }
.ld-button.primary { background: var(--ld-accent); border-color: transparent; color: #fff; }
.ld-button.primary:hover { filter: brightness(1.08); background: var(--ld-accent); }
.ld-button.danger { color: var(--ld-red-text); border-color: var(--ld-red-text); }
.ld-button.quiet { border-color: transparent; }
.ld-button.large { height: 32px; padding: 0 12px; }
.ld-link { border: 0; background: none; padding: 0; max-width: 100%; font: inherit; color: inherit; text-align: left; cursor: pointer; border-radius: 2px; }
.ld-link:hover { text-decoration: underline; text-decoration-color: var(--ld-strong); text-underline-offset: 3px; }
.ld-input { width: 100%; min-height: 32px; padding: 5px 8px; border: 1px solid var(--ld-line); border-radius: 4px; background: var(--ld-raised); color: var(--ld-ink); font: 400 13px/1.45 var(--t-font-family, Inter, sans-serif); }
.ld-input::placeholder { color: var(--ld-faint); }
.ld-input.wrong { border-color: var(--ld-red-text); }
textarea.ld-input { display: block; min-height: 72px; resize: vertical; }
.ld-label { font-size: 12px; font-weight: 500; color: var(--ld-soft); }
.ld-tag { display: inline-flex; align-items: center; flex: none; max-width: 100%; height: 20px; padding: 0 8px; border-radius: 4px; font-size: 12px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.ld-notice { display: flex; flex-direction: column; gap: 8px; align-items: flex-start; padding: 12px; border-radius: 8px; }
.ld-notice .ld-button { background: var(--ld-surface); }
.ld-options { max-height: 232px; overflow: auto; border: 1px solid var(--ld-line); border-radius: 4px; padding: 4px; background: var(--ld-raised); }
.ld-option { display: flex; align-items: center; gap: 8px; width: 100%; min-height: 32px; padding: 4px 8px; border: 0; border-radius: 4px; background: transparent; color: var(--ld-ink); font: inherit; text-align: left; cursor: pointer; }
.ld-option:hover, .ld-option.on { background: var(--ld-hover); }
.ld-group { padding: 8px 8px 4px; font-size: 11px; font-weight: 600; color: var(--ld-faint); }
.ld-picked { display: flex; align-items: center; gap: 8px; min-height: 32px; padding: 3px 4px 3px 8px; border: 1px solid var(--ld-line); border-radius: 4px; background: var(--ld-raised); }
.ld-more > summary { cursor: pointer; color: var(--ld-soft); }
.ld-switch { display: inline-flex; align-self: flex-start; padding: 2px; gap: 2px; border: 1px solid var(--ld-line); border-radius: 6px; background: var(--ld-raised); }
.ld-switch .ld-button { border-color: transparent; }
.ld-switch .ld-button.on { background: var(--ld-press); color: var(--ld-ink); }
.ld-bone { border-radius: 4px; background: var(--ld-press); animation: ld-pulse 1.4s ease-in-out infinite; }
.ld-bar { height: 6px; border-radius: 3px; background: var(--ld-press); overflow: hidden; }
.ld-bar > span { display: block; height: 100%; border-radius: 3px; background: var(--ld-accent); transition: width .4s; }
.ld-spin { width: 12px; height: 12px; flex: none; border-radius: 50%; border: 2px solid var(--ld-strong); border-top-color: var(--ld-accent); animation: ld-turn .8s linear infinite; }
.ld-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; }
.ld-empty { display: flex; flex-direction: column; align-items: center; gap: 4px; padding: 32px 16px; text-align: center; color: var(--ld-soft); }
@keyframes ld-pulse { 50% { opacity: .45; } }
@keyframes ld-turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .ld-bone, .ld-bar { height: 6px; border-radius: 3px; background: var(--ld-press); overflow: hidden; }
.ld-bar > span { display: block; height: 100%; border-radius: 3px; transition: width .4s; }
.ld-spin { animation: none; } }
`;

/** The root of every component. */
export const Surface = ({ css = '', children }: { css?: string; children: ReactNode }) => {
  const dark = useColorScheme() === 'dark';
  return (
    <div className="ld" style={variables(dark)}>
      <style>{CSS + css}</style>
      {children}
    </div>
  );
};
