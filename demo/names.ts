import type { Words } from '../workers/catalogues/words';
import type { Chance } from './chance';

/** The people and organisations that the demo firm deals with. All but the railway, the ministry and public bodies are invented. */

const pairs = (text: string): Words[] => text.trim().split(/\s*,\s*/).map((pair) => ({ ru: pair.split(' ')[0], en: pair.split(' ')[1] }));

const MEN = pairs(`
  Александр Alexander, Алексей Alexey, Андрей Andrey, Антон Anton, Артём Artyom, Борис Boris, Вадим Vadim, Валерий Valery, Василий Vasily,
  Виталий Vitaly, Геннадий Gennady, Георгий Georgy, Григорий Grigory, Денис Denis, Евгений Evgeny, Игорь Igor, Илья Ilya, Константин Konstantin,
  Леонид Leonid, Михаил Mikhail, Никита Nikita, Олег Oleg, Пётр Pyotr, Роман Roman, Руслан Ruslan, Станислав Stanislav, Тимур Timur, Фёдор Fyodor,
  Эдуард Eduard, Юрий Yury, Ярослав Yaroslav`);
const WOMEN = pairs(`
  Алла Alla, Анастасия Anastasia, Валентина Valentina, Варвара Varvara, Вера Vera, Виктория Viktoria, Диана Diana, Евгения Evgenia, Екатерина Ekaterina,
  Жанна Zhanna, Зинаида Zinaida, Инна Inna, Кристина Kristina, Лариса Larisa, Лидия Lidia, Любовь Lyubov, Марина Marina, Надежда Nadezhda, Нина Nina,
  Оксана Oksana, Полина Polina, Раиса Raisa, Светлана Svetlana, София Sofia, Тамара Tamara, Ульяна Ulyana, Юлия Yulia, Яна Yana`);
/** A woman's name has one letter more, in both alphabets. */
const FAMILIES = pairs(`
  Абрамов Abramov, Агафонов Agafonov, Баранов Baranov, Беляков Belyakov, Бирюков Biryukov, Борисов Borisov, Быков Bykov, Власов Vlasov, Воронин Voronin,
  Гаврилов Gavrilov, Герасимов Gerasimov, Голубев Golubev, Гусев Gusev, Дементьев Dementyev, Дорофеев Dorofeev, Евсеев Evseev, Ершов Ershov, Жданов Zhdanov,
  Зайцев Zaytsev, Зуев Zuev, Игнатов Ignatov, Казаков Kazakov, Калинин Kalinin, Карпов Karpov, Князев Knyazev, Ковалёв Kovalyov, Колесников Kolesnikov,
  Кондратьев Kondratyev, Коновалов Konovalov, Крылов Krylov, Куликов Kulikov, Лазарев Lazarev, Лапин Lapin, Логинов Loginov, Лыткин Lytkin, Макаров Makarov,
  Мартынов Martynov, Матвеев Matveev, Миронов Mironov, Наумов Naumov, Нестеров Nesterov, Никифоров Nikiforov, Осипов Osipov, Панов Panov, Пестов Pestov,
  Поляков Polyakov, Потапов Potapov, Рогов Rogov, Родионов Rodionov, Рябов Ryabov, Савельев Savelyev, Самойлов Samoylov, Сафонов Safonov, Селиванов Selivanov,
  Семёнов Semyonov, Ситников Sitnikov, Суворов Suvorov, Тимофеев Timofeev, Трофимов Trofimov, Уваров Uvarov, Фадеев Fadeev, Харитонов Kharitonov,
  Цветков Tsvetkov, Чернов Chernov, Шестаков Shestakov, Широков Shirokov, Щукин Shchukin, Яковлев Yakovlev`);

export type HumanName = { firstName: Words; lastName: Words };

export const humanName = (chance: Chance): HumanName => {
  const isWoman = chance.percent(45);
  const family = chance.pick(FAMILIES);
  return {
    firstName: chance.pick(isWoman ? WOMEN : MEN),
    lastName: isWoman ? { en: `${family.en}a`, ru: `${family.ru}а` } : family,
  };
};

export const judgeName = (chance: Chance): Words => {
  const { firstName, lastName } = humanName(chance);
  const second = chance.pick(MEN);
  return { en: `${lastName.en} ${firstName.en[0]}. ${second.en[0]}.`, ru: `${lastName.ru} ${firstName.ru[0]}. ${second.ru[0]}.` };
};

/** Against whom: by direction, `against` is the directions themselves or those above. `to` is the Russian dative, for «иск к …». */
export type Opponent = { key: string; name: Words; to: string; against: string[] };

const opponent = (against: string, key: string, en: string, ru: string, to = ru): Opponent => ({ key, name: { en, ru }, to, against: against.split(' ') });

export const OPPONENTS: Opponent[] = [
  opponent('RAILWAY_PEDESTRIAN RAILWAY_CROSSING RAILWAY_PASSENGER_ONBOARD RAILWAY_COLLISION RAILWAY_ELECTRIC RAILWAY_STATION', 'rzd', 'Russian Railways', 'ОАО «РЖД»'),
  opponent('RAILWAY_PASSENGER_BOARDING RAILWAY_STATION', 'suburban', 'Suburban Passenger Company', 'АО «Пригородная пассажирская компания»'),
  opponent('RAILWAY_METRO', 'metro', 'City Underground', 'ГУП «Городской метрополитен»'),
  opponent('DISASTER_GAS', 'gas', 'Gas Distribution company', 'АО «Облгазраспределение»'),
  opponent('DISASTER_GAS DISASTER_COLLAPSE', 'housing', 'Housing Service No. 4', 'ООО «УК Жилсервис № 4»'),
  opponent('DISASTER_COLLAPSE DISASTER_FIRE', 'mall', 'Northern Mall', 'ООО «ТРЦ Северный»'),
  opponent('DISASTER_INDUSTRIAL_CHEMICAL', 'chemical', 'Volga Chemical Works', 'АО «Волжский химический комбинат»'),
  opponent('DISASTER_INDUSTRIAL_POWER', 'power', 'Upper Hydro Power Plant', 'АО «Верхняя ГЭС»'),
  opponent('DISASTER_RADIATION', 'welfare', 'Department of Social Protection', 'Управление социальной защиты населения', 'Управлению социальной защиты населения'),
  opponent('DISASTER_AIR', 'airline', 'Polar Wings airline', 'АО «Авиакомпания Полярные крылья»'),
  opponent('DISASTER_WATER', 'shipping', 'River Shipping company', 'ООО «Речное пассажирское пароходство»'),
  opponent('MILITARY_CONSCRIPT MILITARY_CONTRACT MILITARY_TRAINING MILITARY_MUNITIONS MILITARY_HAZING MILITARY_DEATH', 'defence', 'Ministry of Defence', 'Министерство обороны РФ', 'Министерству обороны РФ'),
  opponent('MILITARY_DISEASE MILITARY_CONTRACT MILITARY_DEATH', 'payments', 'Settlement Centre of the Ministry of Defence', 'ФКУ «Единый расчётный центр Минобороны»'),
  opponent('MILITARY_POLICE', 'interior', 'Ministry of Internal Affairs', 'Министерство внутренних дел РФ', 'Министерству внутренних дел РФ'),
  opponent('OCCUPATIONAL_INJURY_MACHINE OCCUPATIONAL_INJURY_FATAL OCCUPATIONAL_DISEASE_VIBRATION OCCUPATIONAL_DISEASE_HEARING', 'uralmash', 'Uralmash plant', 'ПАО «Уралмашзавод»'),
  opponent('OCCUPATIONAL_INJURY_MINE OCCUPATIONAL_DISEASE_LUNGS OCCUPATIONAL_DISEASE_VIBRATION', 'mine', 'Severnaya mine', 'АО «Шахта Северная»'),
  opponent('OCCUPATIONAL_INJURY_HEIGHT OCCUPATIONAL_INJURY_TRANSPORT OCCUPATIONAL_INJURY_FATAL', 'builder', 'StroyMontazh-7', 'ООО «СтройМонтаж-7»'),
  opponent('OCCUPATIONAL_INJURY_MACHINE OCCUPATIONAL_DISEASE_POISONING OCCUPATIONAL_DISEASE_HEARING OCCUPATIONAL_DISEASE_LUNGS', 'foundry', 'Casting plant', 'АО «Литейно-механический завод»'),
  opponent('OCCUPATIONAL_INJURY_TRANSPORT OCCUPATIONAL_DISEASE_BACK OCCUPATIONAL_DISEASE_VIBRATION', 'timber', 'Taiga timber mill', 'ООО «ЛПК Тайга»'),
  opponent('ROAD_PEDESTRIAN ROAD_DRIVER ROAD_FATAL', 'soglasie', 'Insurance company Soglasie-Polis', 'САО «Согласие-Полис»'),
  opponent('ROAD_PASSENGER', 'bus', 'Bus Depot No. 3', 'МУП «Автобусный парк № 3»'),
  opponent('ROAD_PASSENGER', 'taxi', 'Fast Taxi', 'ООО «Быстрое такси»'),
  opponent('ROAD_SURFACE', 'roads', 'Road Maintenance Authority', 'ГБУ «Управление автомобильных дорог»'),
  opponent('MEDICAL_SURGERY MEDICAL_DIAGNOSIS MEDICAL_INFECTION MEDICAL_FATAL', 'hospital', 'City Hospital No. 12', 'ГБУЗ «Городская клиническая больница № 12»'),
  opponent('MEDICAL_BIRTH MEDICAL_INFECTION', 'maternity', 'Maternity Hospital No. 5', 'ГБУЗ «Родильный дом № 5»'),
  opponent('MEDICAL_DENTAL MEDICAL_DIAGNOSIS', 'clinic', 'Healthy Family clinic', 'ООО «Клиника Здоровая семья»'),
  opponent('MEDICAL_EMERGENCY', 'ambulance', 'Ambulance Station', 'ГБУЗ «Станция скорой медицинской помощи»'),
];

/** To whom requests go, and what they ask for; those without a top are asked in every kind of case. */
export type Addressee = { key: string; name: Words; asks: Words; reply: Words; top?: string };

const addressee = (top: string | undefined, key: string, name: [string, string], asks: [string, string], reply: [string, string]): Addressee => ({
  key, top, name: { en: name[0], ru: name[1] }, asks: { en: asks[0], ru: asks[1] }, reply: { en: reply[0], ru: reply[1] },
});

export const ADDRESSEES: Addressee[] = [
  addressee(undefined, 'polyclinic', ['City Polyclinic No. 8', 'ГБУЗ «Городская поликлиника № 8»'], ['extract from the medical records', 'выписка из медицинской карты'], ['Extract for the whole period, 14 sheets', 'Выписка за весь период на 14 листах']),
  addressee(undefined, 'mse', ['Bureau of Medical and Social Expertise', 'Бюро медико-социальной экспертизы'], ['copy of the examination report', 'копия акта освидетельствования'], ['Copy of the report, 6 sheets', 'Копия акта на 6 листах']),
  addressee(undefined, 'fund', ['Social Fund', 'Отделение Социального фонда России'], ['certificate of payments made', 'справка о произведённых выплатах'], ['Certificate of payments by month', 'Справка о выплатах по месяцам']),
  addressee(undefined, 'forensic', ['Bureau of Forensic Medicine', 'Бюро судебно-медицинской экспертизы'], ['copy of the expert’s report', 'копия заключения эксперта'], ['Copy of the report, 11 sheets', 'Копия заключения на 11 листах']),
  addressee('RAILWAY', 'transport-police', ['Transport Investigation Department', 'Следственный отдел на транспорте'], ['materials of the inquiry', 'материалы доследственной проверки'], ['Copy of the ruling and the scene report', 'Копии постановления и протокола осмотра']),
  addressee('RAILWAY', 'locomotive', ['Locomotive Depot', 'Эксплуатационное локомотивное депо'], ['speed record and the driver’s report', 'расшифровка скоростемера и рапорт машиниста'], ['Speed record and report attached', 'Расшифровка и рапорт приложены']),
  addressee('DISASTER', 'supervision', ['Technical Supervision Service', 'Управление Ростехнадзора'], ['report on the causes of the accident', 'акт о причинах аварии'], ['Report of the commission, 32 sheets', 'Акт комиссии на 32 листах']),
  addressee('DISASTER', 'emercom', ['Ministry of Emergency Situations', 'Главное управление МЧС России'], ['report on the rescue work', 'справка о спасательных работах'], ['Report attached', 'Справка приложена']),
  addressee('MILITARY', 'enlistment', ['Military Commissariat', 'Военный комиссариат'], ['extract from the personal file', 'выписка из личного дела'], ['Extract from orders, 3 sheets', 'Выписка из приказов на 3 листах']),
  addressee('MILITARY', 'military-hospital', ['Military Hospital', 'Военный клинический госпиталь'], ['discharge summary and certificate of injury', 'выписной эпикриз и справка о травме'], ['Summary and certificate attached', 'Эпикриз и справка приложены']),
  addressee('OCCUPATIONAL', 'inspectorate', ['State Labour Inspectorate', 'Государственная инспекция труда'], ['materials of the accident investigation', 'материалы расследования несчастного случая'], ['Report N-1 and witness statements', 'Акт Н-1 и объяснения очевидцев']),
  addressee('OCCUPATIONAL', 'hygiene', ['Hygiene and Epidemiology Centre', 'Центр гигиены и эпидемиологии'], ['description of the workplace', 'санитарно-гигиеническая характеристика'], ['Description, 9 sheets', 'Характеристика на 9 листах']),
  addressee('ROAD', 'traffic-police', ['Traffic Police', 'Отдел ГИБДД'], ['scheme and report of the accident', 'схема и справка о ДТП'], ['Scheme and report attached', 'Схема и справка приложены']),
  addressee('MEDICAL', 'insurer', ['Compulsory Medical Insurance Fund', 'Территориальный фонд ОМС'], ['report on the quality of care', 'акт экспертизы качества помощи'], ['Report: defects of care found', 'Акт: выявлены дефекты помощи']),
  addressee('MEDICAL', 'health', ['Regional Health Department', 'Министерство здравоохранения региона'], ['findings of the departmental check', 'результаты ведомственной проверки'], ['Findings of the check', 'Акт проверки']),
];
