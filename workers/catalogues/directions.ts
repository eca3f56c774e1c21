import type { Particulars } from '../../custom-objects/vocabulary';
import type { Words } from './words';

export type Direction = { code: string; parent: string | null; name: Words; particulars: Particulars | null };

type Branch = [code: string, en: string, ru: string, branches?: Branch[]];

/** What the firm wins compensation for, two or three levels deep. A code begins with that of the direction above it. */
const TREE: [code: string, en: string, ru: string, particulars: Particulars | null, branches: Branch[]][] = [
  ['RAILWAY', 'Railway accidents', 'Аварии и травмы на железной дороге', 'RAILWAY', [
    ['PEDESTRIAN', 'People struck by a train', 'Наезд поезда на человека на путях'],
    ['CROSSING', 'Level crossings', 'Происшествия на переездах'],
    ['PASSENGER', 'Passengers', 'Травмы пассажиров', [
      ['BOARDING', 'Boarding and alighting', 'При посадке и высадке'],
      ['ONBOARD', 'Injuries in the carriage', 'В вагоне во время движения'],
    ]],
    ['COLLISION', 'Collisions and derailments', 'Крушения и сход поездов'],
    ['ELECTRIC', 'Electric shock from the overhead line', 'Поражение током контактной сети'],
    ['STATION', 'Platforms and stations', 'Травмы на платформах и вокзалах'],
    ['METRO', 'Underground railway', 'Происшествия в метрополитене'],
  ]],
  ['DISASTER', 'Man-made disasters', 'Техногенные катастрофы', 'DISASTER', [
    ['GAS', 'Gas explosions in homes', 'Взрывы бытового газа'],
    ['COLLAPSE', 'Collapse of buildings and structures', 'Обрушение зданий и сооружений'],
    ['FIRE', 'Fires in public buildings', 'Пожары в местах массового пребывания людей'],
    ['INDUSTRIAL', 'Accidents at hazardous facilities', 'Аварии на опасных производственных объектах', [
      ['POWER', 'Power stations and dams', 'На электростанциях и гидротехнических сооружениях'],
      ['CHEMICAL', 'Chemical plants, oil and gas', 'На химических и нефтегазовых объектах'],
    ]],
    ['RADIATION', 'Radiation accidents', 'Радиационные аварии', [
      ['CHERNOBYL', 'Chernobyl', 'Чернобыльская АЭС'],
      ['MAYAK', 'Mayak and the Techa river', '«Маяк» и река Теча'],
    ]],
    ['AIR', 'Air crashes', 'Авиационные катастрофы'],
    ['WATER', 'Shipwrecks', 'Кораблекрушения и аварии на воде'],
  ]],
  ['MILITARY', 'Military injuries', 'Военные травмы', 'MILITARY', [
    ['CONSCRIPT', 'Injuries of conscripts', 'Травмы при службе по призыву'],
    ['CONTRACT', 'Injuries of contract soldiers', 'Травмы при службе по контракту'],
    ['TRAINING', 'Exercises and ranges', 'На учениях и полигонах'],
    ['MUNITIONS', 'Explosions of munitions', 'Взрывы боеприпасов'],
    ['HAZING', 'Hazing', 'Неуставные взаимоотношения'],
    ['DISEASE', 'Diseases acquired in service', 'Заболевания, полученные в период службы'],
    ['POLICE', 'Police, rescuers, guards', 'Сотрудники МВД, МЧС, ФСИН и Росгвардии'],
    ['DEATH', 'Death in service', 'Гибель при исполнении обязанностей'],
  ]],
  ['OCCUPATIONAL', 'Occupational injuries and diseases', 'Трудовые травмы и профзаболевания', 'OCCUPATIONAL', [
    ['INJURY', 'Accidents at work', 'Несчастные случаи на производстве', [
      ['HEIGHT', 'Falls from a height, construction', 'Падение с высоты, строительство'],
      ['MACHINE', 'Machines and mechanisms', 'Станки и механизмы'],
      ['MINE', 'Mines', 'Шахты и рудники'],
      ['TRANSPORT', 'Transport at work', 'Транспорт на производстве'],
      ['FATAL', 'Fatal accidents at work', 'Смертельные случаи на производстве'],
    ]],
    ['DISEASE', 'Occupational diseases', 'Профессиональные заболевания', [
      ['VIBRATION', 'Vibration disease', 'Вибрационная болезнь'],
      ['HEARING', 'Hearing loss from noise', 'Нейросенсорная тугоухость'],
      ['LUNGS', 'Dust diseases of the lungs', 'Пылевые болезни лёгких'],
      ['POISONING', 'Poisoning at work', 'Профессиональные интоксикации'],
      ['BACK', 'Diseases of the spine and joints', 'Болезни позвоночника и суставов'],
    ]],
  ]],
  ['ROAD', 'Road accidents', 'Дорожно-транспортные происшествия', null, [
    ['PEDESTRIAN', 'Pedestrians and cyclists', 'Пешеходы и велосипедисты'],
    ['PASSENGER', 'Passengers of buses and taxis', 'Пассажиры автобусов и такси'],
    ['DRIVER', 'Drivers and their passengers', 'Водители и пассажиры автомобилей'],
    ['SURFACE', 'Defects of the road', 'Недостатки дороги'],
    ['FATAL', 'Fatal road accidents', 'ДТП со смертельным исходом'],
  ]],
  ['MEDICAL', 'Medical negligence', 'Врачебные ошибки', null, [
    ['BIRTH', 'Birth injuries', 'Родовые травмы'],
    ['SURGERY', 'Surgery and anaesthesia', 'Хирургия и анестезия'],
    ['DIAGNOSIS', 'Late or wrong diagnosis', 'Поздний или неверный диагноз'],
    ['EMERGENCY', 'Ambulance and emergency care', 'Скорая и неотложная помощь'],
    ['INFECTION', 'Infections acquired in hospital', 'Внутрибольничные инфекции'],
    ['DENTAL', 'Dentistry and cosmetology', 'Стоматология и косметология'],
    ['FATAL', 'Death of a patient', 'Смерть пациента'],
  ]],
];

const withBranches = (parent: string | null, [code, en, ru, branches = []]: Branch, particulars: Particulars | null): Direction[] => {
  const own = parent === null ? code : `${parent}_${code}`;
  return [{ code: own, parent, name: { en, ru }, particulars }, ...branches.flatMap((branch) => withBranches(own, branch, null))];
};

/** Each after the one above it. Particulars stand at the tops alone: branches inherit them. */
export const DIRECTIONS: Direction[] = TREE.flatMap(([code, en, ru, particulars, branches]) =>
  withBranches(null, [code, en, ru, branches], particulars),
);
