import * as v from 'valibot';
import { PRESETS } from './period';

/** A period among kept filters. */
export const PICKED_PERIOD = v.fallback(v.object({ preset: v.picklist(PRESETS), from: v.string(), to: v.string() }), { preset: 'THIS_MONTH', from: '', to: '' });
