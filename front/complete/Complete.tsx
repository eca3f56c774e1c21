import { LetterPanel } from '../letter/LetterPanel';

export const Complete = () => <LetterPanel only="COMPLETE" />;
