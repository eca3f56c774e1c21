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
      ['BOARDING', 'Passengers boarding and alighting', 'Посадка и высадка пассажиров'],
      ['ONBOARD', 'Passengers in the carriage', 'Травмы пассажиров в вагоне'],
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
      ['POWER', 'Accidents at power stations and dams', 'Аварии на электростанциях и гидросооружениях'],
      ['CHEMICAL', 'Accidents at chemical, oil and gas plants', 'Аварии на химических и нефтегазовых объектах'],
    ]],
    ['RADIATION', 'Radiation accidents', 'Радиационные аварии', [
      ['CHERNOBYL', 'Chernobyl disaster', 'Авария на Чернобыльской АЭС'],
      ['MAYAK', 'Mayak disaster and the Techa river', 'Авария на «Маяке» и сбросы в реку Течу'],
    ]],
    ['AIR', 'Air crashes', 'Авиационные катастрофы'],
    ['WATER', 'Shipwrecks', 'Кораблекрушения и аварии на воде'],
  ]],
  ['MILITARY', 'Military injuries', 'Военные травмы', 'MILITARY', [
    ['CONSCRIPT', 'Injuries of conscripts', 'Травмы при службе по призыву'],
    ['CONTRACT', 'Injuries of contract soldiers', 'Травмы при службе по контракту'],
    ['TRAINING', 'Injuries at exercises and ranges', 'Травмы на учениях и полигонах'],
    ['MUNITIONS', 'Explosions of munitions', 'Взрывы боеприпасов'],
    ['HAZING', 'Hazing', 'Неуставные взаимоотношения'],
    ['DISEASE', 'Diseases acquired in service', 'Заболевания, полученные в период службы'],
    ['POLICE', 'Police, rescuers, guards', 'Сотрудники МВД, МЧС, ФСИН и Росгвардии'],
    ['DEATH', 'Death in service', 'Гибель при исполнении обязанностей'],
  ]],
  ['OCCUPATIONAL', 'Occupational injuries and diseases', 'Трудовые травмы и профзаболевания', 'OCCUPATIONAL', [
    ['INJURY', 'Accidents at work', 'Несчастные случаи на производстве', [
      ['HEIGHT', 'Falls from a height, construction', 'Падение с высоты, строительство'],
      ['MACHINE', 'Accidents with machines', 'Травмы от станков и механизмов'],
      ['MINE', 'Accidents in mines', 'Аварии в шахтах и рудниках'],
      ['TRANSPORT', 'Accidents with transport at work', 'Транспортные происшествия на производстве'],
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
    ['DRIVER', 'Drivers and passengers of cars', 'Водители и пассажиры автомобилей'],
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
