import { defineObject } from 'twenty-sdk/define';
import { fieldsOf, object } from '../define';
import { PROPOSAL_STATUS } from '../vocabulary';

const { text, select, json, integer } = fieldsOf('classificationProposal');

export default defineObject(
  object({
    name: 'classificationProposal',
    plural: 'classificationProposals',
    label: 'Proposal',
    labelPlural: 'Proposals',
    icon: 'IconListCheck',
    description: 'Regions and directions that a client’s folders tell; a person confirms, changes or rejects it',
    labelField: 'name',
    isSearchable: false,
    fields: [
      text('name', 'Client'),
      select('status', 'Status', PROPOSAL_STATUS, 'PROPOSED'),
      integer('score', 'Score', { description: 'From 0 to 100: how sure the least sure of it is' }),
      text('regionNames', 'Regions'),
      text('directionNames', 'Directions'),
      json('evidence', 'Evidence', { description: 'The folders and the words in them that tell it' }),
      json('proposed', 'Proposed'),
      json('chosen', 'Chosen', { description: 'What a person chose instead; empty: as proposed' }),
      text('problem', 'Problem', { icon: 'IconAlertTriangle', description: 'Why it could not be applied; found by the workers' }),
    ],
  }),
);
