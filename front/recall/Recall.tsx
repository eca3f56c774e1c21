import { LetterPanel } from '../letter/LetterPanel';

export const Recall = () => <LetterPanel only="RECALL" />;
