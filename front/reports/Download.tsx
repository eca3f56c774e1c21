import { Button } from '../lib/kit';
import type { Words } from '../lib/words';

/**
 * A component of Twenty's can neither save a file nor print: its links take no data and it has no window. A frame can: it gets
 * the file with its page and hands it to the browser by itself.
 */

export type Handed = { kind: 'file'; name: string; type: string; base64: string } | { kind: 'print'; html: string };

export const toBase64 = async (content: Blob | string): Promise<string> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(await content.arrayBuffer());
  let text = '';
  // As many arguments as a call takes.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

/** As a literal in a script in a page. */
const literal = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, ' ');

const filePage = ({ name, type, base64 }: Extract<Handed, { kind: 'file' }>, label: string): string => `<!doctype html><meta charset="utf-8">
<style>body{margin:0;font:13px Inter,sans-serif}a{color:#4662d5}</style><a id="link">${label}</a><script>
const bytes = Uint8Array.from(atob(${literal(base64)}), (character) => character.charCodeAt(0));
const link = document.getElementById('link');
link.href = URL.createObjectURL(new Blob([bytes], { type: ${literal(type)} }));
link.download = ${literal(name)};
link.append(${literal(` ${name}`)});
link.click();
</script>`;

const PRINT_BAR = (label: string) => `<style>@media print{#print{display:none}}#print{position:fixed;top:12px;right:12px;font:500 13px Inter,sans-serif;padding:8px 12px;border-radius:4px;border:0;background:#4662d5;color:#fff;cursor:pointer}</style>
<button id="print" onclick="print()">${label}</button><script>addEventListener('load', () => setTimeout(print, 100))</script></body>`;

export const Download = ({ handed, words, onClose }: { handed: Handed; words: Words; onClose: () => void }) => {
  const { t } = words;
  const isPrint = handed.kind === 'print';
  return (
    <div className="ld-card ld-col ld-unprinted">
      <div className="ld-row">
        <span className="ld-strong ld-grow">{isPrint ? t('To print') : t('The file is being saved')}</span>
        <Button look="quiet" title={t('Close')} onClick={onClose}>✕</Button>
      </div>
      <iframe
        title={isPrint ? t('To print') : t('The file is being saved')}
        sandbox={isPrint ? 'allow-scripts allow-modals' : 'allow-scripts allow-downloads'}
        srcDoc={isPrint ? handed.html.replace('</body>', PRINT_BAR(t('Print'))) : filePage(handed, t('If nothing happens, save it here:'))}
        style={{ border: 0, width: '100%', height: isPrint ? 480 : 24, background: '#fff', colorScheme: 'light', borderRadius: 4 }}
      />
    </div>
  );
};
