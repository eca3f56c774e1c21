import type { Words } from '../workers/catalogues/words';

/** What is claimed, from and to, in thousands of roubles. */
export type Claims = Record<string, [number, number]>;

const words = (...list: [en: string, ru: string][]): Words[] => list.map(([en, ru]) => ({ en, ru }));

/** The nearest of a table's entries: that of the direction itself, or of one above it. */
export const nearest = <Entry>(table: Record<string, Entry>, direction: string): Entry => {
  for (let code = direction; code; code = code.slice(0, Math.max(0, code.lastIndexOf('_')))) if (code in table) return table[code];
  throw new Error(`The demo office knows nothing of ${direction}`);
};

const ON_DEATH: Claims = { MORAL_HARM: [1000, 5000], BREADWINNER: [150, 700], BREADWINNER_PAST: [100, 600], FUNERAL: [60, 250], REPRESENTATION: [50, 150] };

/** By direction; the first is claimed always. */
export const CLAIMS: Record<string, Claims> = {
  RAILWAY: { MORAL_HARM: [500, 3000], LOST_EARNINGS_PAST: [150, 900], TREATMENT: [40, 350], CARRIER_INSURANCE: [200, 2000], REPRESENTATION: [50, 150] },
  DISASTER: { MORAL_HARM: [700, 4000], BUILDING: [1000, 3000], TREATMENT: [80, 600], PROPERTY: [200, 1500], REPRESENTATION: [60, 200] },
  DISASTER_INDUSTRIAL: { MORAL_HARM: [700, 4000], HAZARD_INSURANCE: [300, 2000], LOST_EARNINGS: [150, 700], TREATMENT: [80, 600], REPRESENTATION: [60, 200] },
  DISASTER_RADIATION: { RADIATION: [200, 900], INDEXATION: [80, 500], REPRESENTATION: [30, 90] },
  DISASTER_AIR: { MORAL_HARM: [1000, 5000], CARRIER_INSURANCE: [500, 2000], TREATMENT: [80, 600], PROPERTY: [50, 300], REPRESENTATION: [60, 200] },
  DISASTER_WATER: { MORAL_HARM: [800, 4000], CARRIER_INSURANCE: [500, 2000], TREATMENT: [80, 600], PROPERTY: [50, 300], REPRESENTATION: [60, 200] },
  MILITARY: { MORAL_HARM: [500, 3000], MILITARY_INSURANCE: [100, 3000], MILITARY_LUMP: [300, 3000], MILITARY_MONTHLY: [80, 400], REPRESENTATION: [40, 120] },
  MILITARY_DEATH: ON_DEATH,
  OCCUPATIONAL: { MORAL_HARM: [300, 2500], LOST_EARNINGS: [120, 800], TREATMENT: [30, 300], CARE: [60, 400], SANATORIUM: [50, 180], REPRESENTATION: [30, 120] },
  OCCUPATIONAL_INJURY_FATAL: ON_DEATH,
  ROAD: { MORAL_HARM: [300, 2000], MOTOR_INSURANCE: [100, 500], TREATMENT: [40, 400], LOST_EARNINGS_PAST: [80, 600], FINE: [50, 250], REPRESENTATION: [30, 100] },
  ROAD_FATAL: ON_DEATH,
  MEDICAL: { MORAL_HARM: [500, 3500], TREATMENT: [60, 700], PENALTY: [50, 400], FINE: [100, 900], EXPERT_COSTS: [40, 150], REPRESENTATION: [40, 150] },
  MEDICAL_FATAL: ON_DEATH,
};

/** What the client tells at the first visit: where it was, and how. */
export type Story = { place: Words; told: Words };

const story = (placeEn: string, placeRu: string, en: string, ru: string): Story => ({ place: { en: placeEn, ru: placeRu }, told: { en, ru } });

export const STORIES: Record<string, Story> = {
  RAILWAY_PEDESTRIAN: story('Stretch between two stations', 'Перегон', 'Crossed the tracks since the footbridge was closed for repair; the driver braked late. Two witnesses.', 'Переходил пути, так как мост был закрыт на ремонт; торможение применено с опозданием. Двое очевидцев.'),
  RAILWAY_CROSSING: story('Level crossing', 'Железнодорожный переезд', 'The barrier was open and the signal did not work.', 'Шлагбаум был открыт, сигнализация не работала.'),
  RAILWAY_PASSENGER_BOARDING: story('Platform', 'Платформа', 'The doors closed while alighting; fell between the carriage and the platform.', 'Двери закрылись при выходе, произошло падение между вагоном и платформой.'),
  RAILWAY_PASSENGER_ONBOARD: story('Carriage of a long-distance train', 'Вагон поезда дальнего следования', 'Fell from the upper berth at an emergency braking; the safety strap was missing.', 'Падение с верхней полки при экстренном торможении, предохранительного ремня не было.'),
  RAILWAY_COLLISION: story('Station throat', 'Горловина станции', 'The suburban train ran into a goods train; spinal fracture.', 'Электропоезд столкнулся с грузовым составом, перелом позвоночника.'),
  RAILWAY_ELECTRIC: story('Shunting yard', 'Сортировочный парк', 'A boy of fourteen climbed on a tank car; the yard was not fenced.', 'Подросток 14 лет поднялся на цистерну, территория не была ограждена.'),
  RAILWAY_STATION: story('Station platform', 'Платформа станции', 'Slipped on ice that had not been cleared; fracture of the hip.', 'Падение на неубранной наледи, перелом шейки бедра.'),
  RAILWAY_METRO: story('Escalator', 'Эскалатор', 'The escalator stopped abruptly; several passengers fell.', 'Эскалатор резко остановился, упали несколько пассажиров.'),
  DISASTER_GAS: story('Apartment building', 'Жилой дом', 'Was in the flat below; pulled out by rescuers after three hours. All belongings are lost.', 'Находился в квартире этажом ниже, извлечён спасателями через три часа. Имущество утрачено.'),
  DISASTER_COLLAPSE: story('Shopping mall', 'Торговый центр', 'The roof fell under the snow; the design was changed without approval.', 'Кровля обрушилась под снегом, проект был изменён без согласования.'),
  DISASTER_FIRE: story('Holiday camp', 'Дом отдыха', 'Poisoned by smoke: the emergency exits were locked.', 'Отравление продуктами горения: эвакуационные выходы были закрыты.'),
  DISASTER_INDUSTRIAL_POWER: story('Turbine hall', 'Машинный зал', 'The unit was torn off its bed; the hall was flooded.', 'Гидроагрегат сорвало с основания, зал затоплен.'),
  DISASTER_INDUSTRIAL_CHEMICAL: story('Workshop of the plant', 'Цех предприятия', 'A pipe with chlorine burst; burns of the airways.', 'Разрыв трубопровода с хлором, ожог дыхательных путей.'),
  DISASTER_RADIATION_CHERNOBYL: story('Thirty-kilometre zone', 'Тридцатикилометровая зона', 'Liquidator in 1986; the payments have not been indexed since 2019.', 'Участник ликвидации 1986 года, выплаты не индексируются с 2019 года.'),
  DISASTER_RADIATION_MAYAK: story('Village on the Techa', 'Село на реке Тече', 'Lived on the contaminated river; the status was refused.', 'Проживала на загрязнённой территории, в статусе отказано.'),
  DISASTER_AIR: story('Runway', 'Взлётно-посадочная полоса', 'The aircraft overran the runway; compression fracture of the spine.', 'Самолёт выкатился за пределы полосы, компрессионный перелом позвоночника.'),
  DISASTER_WATER: story('Reservoir', 'Водохранилище', 'The motor ship took more passengers than allowed and capsized.', 'Теплоход взял пассажиров сверх нормы и опрокинулся.'),
  MILITARY_CONSCRIPT: story('Vehicle park of the unit', 'Парк боевых машин', 'Crushed by a vehicle during maintenance; declared unfit for service.', 'Придавлен техникой при обслуживании, признан негодным к службе.'),
  MILITARY_CONTRACT: story('Column on the march', 'Колонна на марше', 'The vehicle overturned on the march; two operations on the spine.', 'Машина опрокинулась на марше, две операции на позвоночнике.'),
  MILITARY_TRAINING: story('Training range', 'Учебный полигон', 'Landed in a wind above the norm; the jump had not been called off.', 'Приземление при ветре выше нормы, прыжки не были отменены.'),
  MILITARY_MUNITIONS: story('Ammunition depot', 'Склад боеприпасов', 'A grenade exploded at practice firing; the inquiry blamed the officer in charge.', 'Разрыв гранаты на стрельбах, расследование установило вину руководителя.'),
  MILITARY_HAZING: story('Barracks of the unit', 'Казарма части', 'Beaten by fellow soldiers; the verdict is in force.', 'Избит сослуживцами, приговор вступил в силу.'),
  MILITARY_DISEASE: story('Garrison', 'Гарнизон', 'Pneumonia treated late; now bronchiectasis.', 'Пневмония, лечение начато поздно, развилась бронхоэктатическая болезнь.'),
  MILITARY_POLICE: story('In the street, on duty', 'На улице, при несении службы', 'Wounded while detaining an offender.', 'Ранение при задержании правонарушителя.'),
  MILITARY_DEATH: story('Training range', 'Учебный полигон', 'The son was killed at exercises; two parents and a child are left.', 'Сын погиб на учениях, остались родители и ребёнок.'),
  OCCUPATIONAL_INJURY_HEIGHT: story('Building site', 'Строительная площадка', 'Fell from a scaffold without a railing; no safety belt was given.', 'Падение с лесов без ограждения, страховочный пояс не выдан.'),
  OCCUPATIONAL_INJURY_MACHINE: story('Production shop', 'Производственный цех', 'The guard of the machine had been taken off; by the report N-1 the employer is wholly guilty.', 'Ограждение станка снято, по акту Н-1 вина работодателя полная.'),
  OCCUPATIONAL_INJURY_MINE: story('Underground face', 'Забой', 'The roof of the face fell; the sensors had been switched off.', 'Обрушение кровли в забое, датчики были отключены.'),
  OCCUPATIONAL_INJURY_TRANSPORT: story('Yard of the plant', 'Территория предприятия', 'Hit by a loader that was reversing without a signal.', 'Наезд погрузчика, двигавшегося задним ходом без сигнала.'),
  OCCUPATIONAL_INJURY_FATAL: story('Production shop', 'Производственный цех', 'The husband was killed by a falling load; a widow and two children are left.', 'Муж погиб от падения груза, остались вдова и двое детей.'),
  OCCUPATIONAL_DISEASE_VIBRATION: story('Production shop', 'Производственный цех', 'Worked for 18 years with vibration above the norm; the link is established.', 'Стаж 18 лет при вибрации выше нормы, связь с работой установлена.'),
  OCCUPATIONAL_DISEASE_HEARING: story('Forge shop', 'Кузнечный цех', 'Hearing loss of the second degree after 22 years at the press.', 'Тугоухость второй степени после 22 лет у пресса.'),
  OCCUPATIONAL_DISEASE_LUNGS: story('Underground face', 'Забой', 'Pneumoconiosis; dust was measured at four times the norm.', 'Пневмокониоз, запылённость в четыре раза выше нормы.'),
  OCCUPATIONAL_DISEASE_POISONING: story('Electrolysis shop', 'Цех электролиза', 'Chronic fluoride poisoning; the ventilation failed the check.', 'Хроническая фтористая интоксикация, вентиляция не прошла проверку.'),
  OCCUPATIONAL_DISEASE_BACK: story('Loading bay', 'Погрузочная площадка', 'Radiculopathy after 15 years of loading by hand.', 'Радикулопатия после 15 лет ручной погрузки.'),
  ROAD_PEDESTRIAN: story('Pedestrian crossing', 'Пешеходный переход', 'Hit at the crossing with a green light; the driver is convicted.', 'Сбит на переходе на разрешающий сигнал, водитель осуждён.'),
  ROAD_PASSENGER: story('City bus', 'Городской автобус', 'The bus braked sharply; fractures of two ribs and the collarbone.', 'Резкое торможение автобуса, перелом двух рёбер и ключицы.'),
  ROAD_DRIVER: story('Federal highway', 'Федеральная трасса', 'Head-on collision with a lorry that had crossed the line.', 'Лобовое столкновение с грузовиком, выехавшим на встречную полосу.'),
  ROAD_SURFACE: story('Federal highway', 'Федеральная трасса', 'The car left the road because of an unmarked pothole.', 'Съезд в кювет из-за не обозначенной выбоины.'),
  ROAD_FATAL: story('Federal highway', 'Федеральная трасса', 'The wife died in the collision; the guilty driver was drunk.', 'Жена погибла при столкновении, виновник был нетрезв.'),
  MEDICAL_BIRTH: story('Delivery room', 'Родильное отделение', 'The caesarean section was delayed by five hours; the child has cerebral palsy.', 'Кесарево сечение проведено с опозданием на пять часов, у ребёнка ДЦП.'),
  MEDICAL_SURGERY: story('Surgical ward', 'Хирургическое отделение', 'A napkin was left in the abdomen; a second operation elsewhere.', 'В брюшной полости оставлена салфетка, повторная операция в другой больнице.'),
  MEDICAL_DIAGNOSIS: story('Outpatient department', 'Поликлиническое отделение', 'The tumour was seen on the scan and not reported for a year.', 'Опухоль была видна на снимке, но год не описана.'),
  MEDICAL_EMERGENCY: story('At home', 'Дома', 'The ambulance came after two hours; the stroke could have been treated.', 'Скорая приехала через два часа, время для лечения инсульта упущено.'),
  MEDICAL_INFECTION: story('Intensive care', 'Отделение реанимации', 'Infected in the ward; the leg was amputated.', 'Заражение в отделении, нога ампутирована.'),
  MEDICAL_DENTAL: story('Dentist’s office', 'Стоматологический кабинет', 'The nerve was damaged at the implantation; half of the lip is numb.', 'При имплантации повреждён нерв, онемение половины губы.'),
  MEDICAL_FATAL: story('Cardiology', 'Кардиологическое отделение', 'The infarction was taken for osteochondrosis; the husband died a day later.', 'Инфаркт приняли за остеохондроз, муж скончался через сутки.'),
};

/** The particulars that the first visit asks for, by direction. */
export const PARTICULARS: Record<string, Record<string, Words[]>> = {
  RAILWAY: {
    railway: words(['Moscow Railway', 'Московская железная дорога'], ['October Railway', 'Октябрьская железная дорога'], ['Sverdlovsk Railway', 'Свердловская железная дорога'], ['West Siberian Railway', 'Западно-Сибирская железная дорога']),
    station: words(['Sortirovochnaya', 'Сортировочная'], ['Central', 'Центральная'], ['124 km', '124-й километр'], ['Zavodskaya', 'Заводская']),
    train: words(['6412, suburban', '№ 6412, пригородный'], ['062, express', '№ 062, скорый'], ['2307, goods', '№ 2307, грузовой']),
  },
  RAILWAY_METRO: { station: words(['Ploshchad Truda', 'Площадь Труда'], ['Zavodskaya', 'Заводская']) },
  MILITARY: {
    militaryUnit: words(['Unit 00001', 'в/ч 00001'], ['Unit 00002', 'в/ч 00002'], ['Unit 00003', 'в/ч 00003']),
    rank: words(['Private', 'Рядовой'], ['Corporal', 'Ефрейтор'], ['Junior sergeant', 'Младший сержант'], ['Warrant officer', 'Прапорщик'], ['Lieutenant', 'Лейтенант']),
  },
  OCCUPATIONAL: {
    occupation: words(['Fitter', 'Слесарь'], ['Welder', 'Электросварщик'], ['Loader', 'Грузчик'], ['Machine operator', 'Оператор станка']),
  },
  OCCUPATIONAL_INJURY_MINE: { occupation: words(['Miner', 'Проходчик'], ['Combine operator', 'Машинист комбайна']) },
  OCCUPATIONAL_INJURY_HEIGHT: { occupation: words(['Steeplejack', 'Монтажник-высотник'], ['Roofer', 'Кровельщик']) },
  DISASTER_GAS: { disasterName: words(['Gas explosion in Lenina street', 'Взрыв газа на улице Ленина']) },
  DISASTER_COLLAPSE: { disasterName: words(['Collapse of the mall’s roof', 'Обрушение кровли торгового центра']) },
  DISASTER_FIRE: { disasterName: words(['Fire in the holiday camp', 'Пожар в доме отдыха']) },
  DISASTER_INDUSTRIAL: { disasterName: words(['Accident at the works', 'Авария на производстве']) },
  DISASTER_RADIATION_CHERNOBYL: { disasterName: words(['Chernobyl, 1986', 'Чернобыльская АЭС, 1986 год']) },
  DISASTER_RADIATION_MAYAK: { disasterName: words(['Discharges into the Techa', 'Сбросы в реку Течу']) },
  DISASTER_AIR: { disasterName: words(['Overrun of flight 418', 'Выкатывание самолёта, рейс 418']) },
  DISASTER_WATER: { disasterName: words(['Loss of the motor ship Zarya', 'Гибель теплохода «Заря»']) },
  ROAD: {},
  MEDICAL: {},
};

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
