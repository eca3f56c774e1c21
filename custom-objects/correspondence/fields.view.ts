import { defineView } from 'twenty-sdk/define';
import { recordFields } from '../views';

export default defineView(
  recordFields('correspondence', {
    Letter: ['subject', 'number', 'flow', 'documentDate', 'counterparty', 'person', 'legalCase', 'dueAt'],
    'Where it is': ['status', 'holder', 'holderDepartment', 'heldSince', 'pendingMember', 'pendingDepartment', 'handedOverAt', 'handedOverBy'],
    'Paper and delivery': ['deliveryMethod', 'trackingNumber', 'originalPlace', 'registeredAt', 'files'],
  }),
);
