import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { INJURY_KIND, VISIT_STATUS } from '../vocabulary';

const { text, select, date, dateTime, integer, decimal, money, json, files, problem } = fieldsOf('firstVisit');

export default defineObject(
  object({
    name: 'firstVisit',
    plural: 'firstVisits',
    label: 'First visit',
    labelPlural: 'First visits',
    icon: 'IconStethoscope',
    description: 'What the client told at the first visit: the harm, the medical conclusion, payments and costs. Medical data: a right of its own',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Name'),
      select('visitStatus', 'Status', VISIT_STATUS, 'TAKEN'),
      dateTime('visitedAt', 'Visited'),
      select('injuryKind', 'Harm', INJURY_KIND, null, { description: 'Occupational disease, injury, or the loss of a breadwinner' }),
      date('injuryDate', 'Date of harm'),
      text('injuryPlace', 'Place of harm', { icon: 'IconMapPin' }),
      text('circumstances', 'Circumstances'),
      decimal('workCapacityLossPercent', 'Capacity lost', { icon: 'IconPercentage', description: 'Loss of professional working capacity in per cent, 0 to 100, as the medical commission found it' }),
      text('vtekConclusion', 'VTEK found', { icon: 'IconReportMedical', description: 'Conclusion of the medical and labour expert commission (VTEK, today the bureau of medical and social expertise): it certifies disability, its cause and the lost working capacity' }),
      date('vtekDate', 'VTEK date'),
      text('disabilityGroup', 'Disability', { icon: 'IconWheelchair', description: 'Group of disability: I, II, III, or a child with a disability' }),
      date('vtekNextReviewAt', 'Next review', { description: 'When the commission examines the client again; the payments depend on it' }),
      money('payments', 'Payments', { description: 'What the client is already paid for the harm' }),
      text('paymentsPeriod', 'Paid each', { icon: 'IconRepeat', description: 'For which period: once, month, quarter, year' }),
      money('treatmentCosts', 'Treatment'),
      money('careCosts', 'Care', { description: 'Costs of nursing by others' }),
      money('lostEarnings', 'Lost earnings', { description: 'Monthly earnings lost because of the harm' }),
      integer('dependants', 'Dependants', { description: 'How many people the client supports or the breadwinner supported' }),
      text('occupation', 'Occupation', { icon: 'IconTool' }),
      text('railway', 'Railway', { icon: 'IconTrain' }),
      text('station', 'Station', { icon: 'IconMapPin' }),
      text('train', 'Train', { icon: 'IconTrain' }),
      text('militaryUnit', 'Military unit', { icon: 'IconShield' }),
      text('rank', 'Rank', { icon: 'IconMilitaryRank' }),
      date('serviceFrom', 'Served from'),
      date('serviceTo', 'Served until'),
      text('disasterName', 'Disaster', { icon: 'IconFlame' }),
      json('draft', 'Draft', { description: 'The form as far as it was filled in; empty once the case is open' }),
      files('files', 'Files', { description: 'Kept here, not among the attachments, which Twenty shows to everybody' }),
      problem(),
    ],
  }),
);
