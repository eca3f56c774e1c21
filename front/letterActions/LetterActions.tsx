import { LetterPanel } from '../letter/LetterPanel';

export const LetterActions = () => <LetterPanel />;
