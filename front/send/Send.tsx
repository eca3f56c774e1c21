import { LetterPanel } from '../letter/LetterPanel';

export const Send = () => <LetterPanel only="SEND" />;
