import type { Words } from './names';

/** What cases of each top direction are about: the sums claimed in thousands of roubles, and what the first visit tells. */
export type Plot = {
  /** Kind of recovery: from, to. */
  claims: Record<string, [number, number]>;
  places: Words[];
  stories: Words[];
  /** The particulars that the first visit asks for. */
  particulars: Record<string, Words[]>;
};

const words = (...list: [en: string, ru: string][]): Words[] => list.map(([en, ru]) => ({ en, ru }));

export const PLOTS: Record<string, Plot> = {
  RAILWAY: {
    claims: { MORAL_HARM: [500, 3000], LOST_EARNINGS_PAST: [150, 900], TREATMENT: [40, 350], CARRIER_INSURANCE: [200, 2000], REPRESENTATION: [50, 150] },
    places: words(['Stretch between two stations', 'Перегон'], ['Platform of the station', 'Платформа станции'], ['Level crossing', 'Железнодорожный переезд']),
    stories: words(
      ['Crossed the tracks by the footbridge that was closed for repair; the driver braked late. Two witnesses.', 'Переходил пути в обход закрытого на ремонт моста, машинист применил торможение с опозданием. Есть двое очевидцев.'],
      ['The doors closed while the client was alighting; fell between the carriage and the platform.', 'Двери закрылись при выходе из вагона, произошло падение между вагоном и платформой.'],
      ['The barrier of the crossing was open, the signal did not work.', 'Шлагбаум на переезде был открыт, сигнализация не работала.'],
    ),
    particulars: {
      railway: words(['Moscow Railway', 'Московская железная дорога'], ['October Railway', 'Октябрьская железная дорога'], ['Sverdlovsk Railway', 'Свердловская железная дорога'], ['West Siberian Railway', 'Западно-Сибирская железная дорога']),
      station: words(['Sortirovochnaya', 'Сортировочная'], ['Central', 'Центральная'], ['124 km', '124-й километр'], ['Zavodskaya', 'Заводская']),
      train: words(['6412, suburban', '№ 6412, пригородный'], ['062, express', '№ 062, скорый'], ['2307, goods', '№ 2307, грузовой']),
    },
  },
  DISASTER: {
    claims: { MORAL_HARM: [700, 4000], BUILDING: [1000, 3000], HAZARD_INSURANCE: [300, 2000], TREATMENT: [80, 600], PROPERTY: [200, 1500], REPRESENTATION: [60, 200] },
    places: words(['Apartment building', 'Жилой дом'], ['Workshop of the plant', 'Цех предприятия'], ['Shopping mall', 'Торговый центр']),
    stories: words(
      ['Was in the flat below; pulled out by rescuers after three hours. The family’s belongings are lost.', 'Находился в квартире этажом ниже, извлечён спасателями через три часа. Имущество семьи уничтожено.'],
      ['Poisoned by smoke: the emergency exits were locked.', 'Отравление продуктами горения: эвакуационные выходы были закрыты.'],
      ['Recognised as a victim in the criminal case; burns of 30 per cent of the body.', 'Признан потерпевшим по уголовному делу, ожоги 30 процентов тела.'],
    ),
    particulars: {
      disasterName: words(['Gas explosion in Lenina street', 'Взрыв газа на улице Ленина'], ['Collapse of the mall’s roof', 'Обрушение кровли торгового центра'], ['Accident at the chemical works', 'Авария на химическом комбинате'], ['Fire in the holiday camp', 'Пожар в доме отдыха']),
    },
  },
  MILITARY: {
    claims: { MORAL_HARM: [500, 3000], MILITARY_INSURANCE: [100, 3000], MILITARY_LUMP: [300, 3000], MILITARY_MONTHLY: [80, 400], REPRESENTATION: [40, 120] },
    places: words(['Training range', 'Учебный полигон'], ['Barracks of the unit', 'Казарма части'], ['Vehicle park of the unit', 'Парк боевых машин']),
    stories: words(
      ['A grenade exploded at practice firing; the inquiry blamed the officer in charge.', 'Разрыв гранаты на учебных стрельбах, расследование установило вину руководителя занятий.'],
      ['Crushed by a vehicle during maintenance; declared unfit for service.', 'Придавлен техникой при обслуживании, признан негодным к службе.'],
      ['Beaten by fellow soldiers; the verdict is in force.', 'Избит сослуживцами, приговор вступил в силу.'],
    ),
    particulars: {
      militaryUnit: words(['Unit 00001', 'в/ч 00001'], ['Unit 00002', 'в/ч 00002'], ['Unit 00003', 'в/ч 00003']),
      rank: words(['Private', 'Рядовой'], ['Corporal', 'Ефрейтор'], ['Junior sergeant', 'Младший сержант'], ['Warrant officer', 'Прапорщик'], ['Lieutenant', 'Лейтенант']),
    },
  },
  OCCUPATIONAL: {
    claims: { MORAL_HARM: [300, 2500], LOST_EARNINGS: [120, 800], TREATMENT: [30, 300], CARE: [60, 400], SANATORIUM: [50, 180], REPRESENTATION: [30, 120] },
    places: words(['Production shop', 'Производственный цех'], ['Building site', 'Строительная площадка'], ['Underground face', 'Забой']),
    stories: words(
      ['The guard of the machine had been taken off; the report N-1 finds the employer guilty wholly.', 'Ограждение станка было снято, по акту Н-1 вина работодателя 100 процентов.'],
      ['Worked for 18 years with vibration above the norm; the centre of occupational diseases found the link.', 'Стаж 18 лет при вибрации выше нормы, центр профпатологии установил связь заболевания с работой.'],
      ['Fell from the scaffold, which had no railing; was given no safety belt.', 'Упал с лесов без ограждения, страховочный пояс выдан не был.'],
    ),
    particulars: {
      occupation: words(['Fitter', 'Слесарь'], ['Miner', 'Проходчик'], ['Welder', 'Электросварщик'], ['Steeplejack', 'Монтажник-высотник'], ['Drill operator', 'Машинист буровой установки']),
    },
  },
  ROAD: {
    claims: { MORAL_HARM: [300, 2000], MOTOR_INSURANCE: [100, 500], TREATMENT: [40, 400], LOST_EARNINGS_PAST: [80, 600], FINE: [50, 250], REPRESENTATION: [30, 100] },
    places: words(['Pedestrian crossing', 'Пешеходный переход'], ['Federal highway', 'Федеральная трасса'], ['Bus stop', 'Остановка автобуса']),
    stories: words(
      ['Hit at the crossing with green light; the driver is convicted.', 'Сбит на переходе на разрешающий сигнал, водитель осуждён.'],
      ['The bus braked sharply; fractures of two ribs and a collarbone.', 'Резкое торможение автобуса, перелом двух рёбер и ключицы.'],
      ['The car left the road because of an unmarked pothole.', 'Съезд в кювет из-за не обозначенной выбоины.'],
    ),
    particulars: {},
  },
  MEDICAL: {
    claims: { MORAL_HARM: [500, 3500], TREATMENT: [60, 700], PENALTY: [50, 400], FINE: [100, 900], EXPERT_COSTS: [40, 150], REPRESENTATION: [40, 150] },
    places: words(['Surgical ward', 'Хирургическое отделение'], ['Delivery room', 'Родильное отделение'], ['Dentist’s office', 'Стоматологический кабинет']),
    stories: words(
      ['The caesarean section was delayed by five hours; the child has cerebral palsy.', 'Кесарево сечение проведено с опозданием на пять часов, у ребёнка ДЦП.'],
      ['A napkin was left in the abdomen; a second operation in another hospital.', 'В брюшной полости оставлена салфетка, потребовалась повторная операция.'],
      ['The infarction was taken for osteochondrosis; died a day later.', 'Инфаркт приняли за остеохондроз, пациент скончался через сутки.'],
    ),
    particulars: {},
  },
};

/** Where someone died the family claims other things. */
export const FATAL_CLAIMS: Plot['claims'] = { MORAL_HARM: [1000, 5000], BREADWINNER: [150, 700], BREADWINNER_PAST: [100, 600], FUNERAL: [60, 250], REPRESENTATION: [50, 150] };

/** The region’s cassation circuit; here are the regions in which the demo firm goes to court. */
export const CIRCUITS: Record<string, number> = {
  MOS: 1, VOR: 1, NIZ: 1, SAR: 1, MOW: 2, TVE: 2, YAR: 2, SPE: 3, LEN: 3, VLG: 3, ROS: 4, KDA: 4, VGG: 4, STA: 5, SAM: 6, TA: 6, BA: 6,
  PER: 7, SVE: 7, CHE: 7, TYU: 7, NVS: 8, KEM: 8, KYA: 8, IRK: 8, PRI: 9, KHA: 9,
};

/** Garrison court, district military court: by region. */
export const MILITARY_LADDERS: Record<string, [first: string, appeal: string]> = {
  MOW: ['moskovskygvs.msk', '2zovs.msk'], SPE: ['gvs.spb', '1zovs.spb'], ROS: ['gvs.ros', 'yovs.ros'], SVE: ['egvs.svd', 'covs.svd'],
};

export const ERRANDS: Words[] = words(
  ['Call the client about the date of the hearing', 'Сообщить клиенту о дате заседания'],
  ['Send the client a copy of the claim', 'Направить клиенту копию иска'],
  ['Collect the documents from the client', 'Забрать у клиента документы'],
  ['Find out about the payment at the bailiffs', 'Узнать о выплате у приставов'],
  ['Explain to the client the order of the expert examination', 'Разъяснить клиенту порядок экспертизы'],
  ['Prepare a calculation of lost earnings', 'Подготовить расчёт утраченного заработка'],
  ['Get a new power of attorney', 'Оформить новую доверенность'],
  ['Answer the client’s complaint', 'Ответить на обращение клиента'],
);
