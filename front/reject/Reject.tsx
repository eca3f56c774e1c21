import { LetterPanel } from '../letter/LetterPanel';

export const Reject = () => <LetterPanel only="REJECT" />;
