import { LetterPanel } from '../letter/LetterPanel';

export const HandOver = () => <LetterPanel only="HAND_OVER" />;
