import Sequencer from '@jest/test-sequencer';

/**
 * What takes a minute or more, the longest first. On a fresh machine jest goes by the sizes of files: the chaos run, whose file
 * is the smallest of all, would begin last and end alone, while everything else is done.
 */
const LONG = [
  'workers/cases', 'rights/check-access', 'chaos/chaos', 'workers/outages', 'unit/manifest', 'sandbox/sandbox', 'workers/letters', 'rights/named-rights',
  'workers/reminders', 'pages/first-visit', 'workers/registers', 'pages/page', 'pages/reports-c', 'pages/clients', 'pages/reports-d', 'rights/attacks',
  'pages/reports-b', 'pages/way', 'workers/intake', 'workers/demo-office', 'unit/report-stages', 'workers/bad-input', 'contract/contract', 'unit/demo-office',
];

const placeOf = ({ path }) => {
  const place = LONG.findIndex((name) => path.endsWith(`test/${name}.test.ts`));
  return place === -1 ? LONG.length : place;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
