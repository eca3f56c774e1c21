import { defineView } from 'twenty-sdk/define';
import { listOf, oldestFirst } from '../views';

export default defineView(
  listOf('eventResponsible', 'caseEvent', [['name', 240], ['member', 200], 'responsibility', ['problem', 220]], oldestFirst('name')),
);
