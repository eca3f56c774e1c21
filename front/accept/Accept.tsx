import { LetterPanel } from '../letter/LetterPanel';

export const Accept = () => <LetterPanel only="ACCEPT" />;
