import type { CourtLevel } from '../../custom-objects/vocabulary';
import type { Words } from './words';

/** `key` takes a code's place in the computed id: courts have no code. What nobody has made sure of is left empty. */
export type Court = { key: string; level: CourtLevel; region: string; name: Words; website: string; postalAddress: string };

type Row = [site: string, region: string, en: string, ru: string, postalAddress?: string];

const atLevel =
  (level: CourtLevel, host: (site: string) => string = (site) => `https://${site}.sudrf.ru`) =>
  ([site, region, en, ru, postalAddress = '']: Row): Court => ({
    key: site, level, region: `RU-${region}`, name: { en, ru }, website: host(site), postalAddress,
  });

const district = atLevel('DISTRICT');
const regional = atLevel('REGIONAL');
const military = atLevel('MILITARY');
/** Moscow's courts share one portal. */
const moscowDistrict = atLevel('DISTRICT', (site) => `https://mos-gorsud.ru/rs/${site}`);
const moscowRegional = atLevel('REGIONAL', (site) => `https://mos-gorsud.ru/${site}`);
const arbitration = atLevel('ARBITRATION', (site) => `https://${site}.arbitr.ru`);
const elsewhere = (level: CourtLevel) => atLevel(level, (site) => `https://${site}`);

const rows = (make: (row: Row) => Court, ...all: Row[]): Court[] => all.map(make);

const ORDINALS: [en: string, ru: string][] = [
  ['First', 'Первый'], ['Second', 'Второй'], ['Third', 'Третий'], ['Fourth', 'Четвёртый'], ['Fifth', 'Пятый'],
  ['Sixth', 'Шестой'], ['Seventh', 'Седьмой'], ['Eighth', 'Восьмой'], ['Ninth', 'Девятый'],
];
const numbered = (level: CourtLevel, suffix: string, en: string, ru: string, ...seats: [region: string, postalAddress?: string][]): Court[] =>
  seats.map(([region, postalAddress], index) =>
    atLevel(level)([`${index + 1}${suffix}`, region, `${ORDINALS[index][0]} ${en}`, `${ORDINALS[index][1]} ${ru}`, postalAddress]),
  );

/** A list to begin with. The firm adds the courts that it goes to. */
export const COURTS: Court[] = [
  ...rows(moscowDistrict,
    ['basmannyj', 'MOW', 'Basmanny District Court of Moscow', 'Басманный районный суд г. Москвы'],
    ['meshchanskij', 'MOW', 'Meshchansky District Court of Moscow', 'Мещанский районный суд г. Москвы'],
    ['tverskoj', 'MOW', 'Tverskoy District Court of Moscow', 'Тверской районный суд г. Москвы'],
    ['lefortovskij', 'MOW', 'Lefortovsky District Court of Moscow', 'Лефортовский районный суд г. Москвы'],
  ),
  ...rows(district,
    ['himki.mo', 'MOS', 'Khimki City Court', 'Химкинский городской суд Московской области'],
    ['luberetzy.mo', 'MOS', 'Lyubertsy City Court', 'Люберецкий городской суд Московской области'],
    ['podolsky.mo', 'MOS', 'Podolsk City Court', 'Подольский городской суд Московской области'],
    ['centralny.twr', 'TVE', 'Central District Court of Tver', 'Центральный районный суд г. Твери'],
    ['zavolzhsky.twr', 'TVE', 'Zavolzhsky District Court of Tver', 'Заволжский районный суд г. Твери'],
    ['kirovsky.jrs', 'YAR', 'Kirovsky District Court of Yaroslavl', 'Кировский районный суд г. Ярославля'],
    ['kominternovsky.vrn', 'VOR', 'Kominternovsky District Court of Voronezh', 'Коминтерновский районный суд г. Воронежа'],
    ['kbs.spb', 'SPE', 'Kuybyshevsky District Court of Saint Petersburg', 'Куйбышевский районный суд г. Санкт-Петербурга'],
    ['nvs.spb', 'SPE', 'Nevsky District Court of Saint Petersburg', 'Невский районный суд г. Санкт-Петербурга'],
    ['vyborgsky.lo', 'LEN', 'Vyborg City Court', 'Выборгский городской суд Ленинградской области'],
    ['cherepoveckygor.vld', 'VLG', 'Cherepovets City Court', 'Череповецкий городской суд Вологодской области'],
    ['zheleznodorozhny.ros', 'ROS', 'Zheleznodorozhny District Court of Rostov-on-Don', 'Железнодорожный районный суд г. Ростова-на-Дону'],
    ['krasnodar-sovetsky.krd', 'KDA', 'Sovetsky District Court of Krasnodar', 'Советский районный суд г. Краснодара'],
    ['sochi-centralny.krd', 'KDA', 'Central District Court of Sochi', 'Центральный районный суд г. Сочи'],
    ['zent.vol', 'VGG', 'Central District Court of Volgograd', 'Центральный районный суд г. Волгограда'],
    ['piatigorsky.stv', 'STA', 'Pyatigorsk City Court', 'Пятигорский городской суд Ставропольского края'],
    ['kanavinsky.nnov', 'NIZ', 'Kanavinsky District Court of Nizhny Novgorod', 'Канавинский районный суд г. Нижнего Новгорода'],
    ['zheleznodorozhny.sam', 'SAM', 'Zheleznodorozhny District Court of Samara', 'Железнодорожный районный суд г. Самары'],
    ['volzhsky.sar', 'SAR', 'Volzhsky District Court of Saratov', 'Волжский районный суд г. Саратова'],
    ['vahitovsky.tat', 'TA', 'Vakhitovsky District Court of Kazan', 'Вахитовский районный суд г. Казани'],
    ['sovetsky.bkr', 'BA', 'Sovetsky District Court of Ufa', 'Советский районный суд г. Уфы'],
    ['lenin.perm', 'PER', 'Leninsky District Court of Perm', 'Ленинский районный суд г. Перми'],
    ['leninskyeka.svd', 'SVE', 'Leninsky District Court of Yekaterinburg', 'Ленинский районный суд г. Екатеринбурга'],
    ['verhisetsky.svd', 'SVE', 'Verkh-Isetsky District Court of Yekaterinburg', 'Верх-Исетский районный суд г. Екатеринбурга'],
    ['centr.chel', 'CHE', 'Central District Court of Chelyabinsk', 'Центральный районный суд г. Челябинска'],
    ['magprav.chel', 'CHE', 'Pravoberezhny District Court of Magnitogorsk', 'Правобережный районный суд г. Магнитогорска'],
    ['centralny.tum', 'TYU', 'Central District Court of Tyumen', 'Центральный районный суд г. Тюмени'],
    ['centralny.nsk', 'NVS', 'Central District Court of Novosibirsk', 'Центральный районный суд г. Новосибирска'],
    ['centralniy.kmr', 'KEM', 'Central District Court of Kemerovo', 'Центральный районный суд г. Кемерово'],
    ['leninsk-kuznecky.kmr', 'KEM', 'Leninsk-Kuznetsky City Court', 'Ленинск-Кузнецкий городской суд Кемеровской области'],
    ['norilsk.krk', 'KYA', 'Norilsk City Court', 'Норильский городской суд Красноярского края'],
    ['kirovsky.irk', 'IRK', 'Kirovsky District Court of Irkutsk', 'Кировский районный суд г. Иркутска'],
    ['leninsky.prm', 'PRI', 'Leninsky District Court of Vladivostok', 'Ленинский районный суд г. Владивостока'],
    ['industrialny.hbr', 'KHA', 'Industrialny District Court of Khabarovsk', 'Индустриальный районный суд г. Хабаровска'],
  ),
  ...rows(moscowRegional, ['mgs', 'MOW', 'Moscow City Court', 'Московский городской суд', '107076, г. Москва, ул. Богородский Вал, д. 8']),
  ...rows(regional,
    ['oblsud.mo', 'MOS', 'Moscow Regional Court', 'Московский областной суд'],
    ['oblsud.twr', 'TVE', 'Tver Regional Court', 'Тверской областной суд'],
    ['oblsud.jrs', 'YAR', 'Yaroslavl Regional Court', 'Ярославский областной суд'],
    ['oblsud.vrn', 'VOR', 'Voronezh Regional Court', 'Воронежский областной суд'],
    ['sankt-peterburgsky.spb', 'SPE', 'Saint Petersburg City Court', 'Санкт-Петербургский городской суд', '196128, г. Санкт-Петербург, ул. Бассейная, д. 6'],
    ['oblsud.lo', 'LEN', 'Leningrad Regional Court', 'Ленинградский областной суд'],
    ['oblsud.vld', 'VLG', 'Vologda Regional Court', 'Вологодский областной суд'],
    ['oblsud.ros', 'ROS', 'Rostov Regional Court', 'Ростовский областной суд'],
    ['kraevoi.krd', 'KDA', 'Krasnodar Territorial Court', 'Краснодарский краевой суд'],
    ['oblsud.vol', 'VGG', 'Volgograd Regional Court', 'Волгоградский областной суд'],
    ['kraevoy.stv', 'STA', 'Stavropol Territorial Court', 'Ставропольский краевой суд'],
    ['oblsud.nnov', 'NIZ', 'Nizhny Novgorod Regional Court', 'Нижегородский областной суд'],
    ['oblsud.sam', 'SAM', 'Samara Regional Court', 'Самарский областной суд'],
    ['oblsud.sar', 'SAR', 'Saratov Regional Court', 'Саратовский областной суд'],
    ['vs.tat', 'TA', 'Supreme Court of Tatarstan', 'Верховный суд Республики Татарстан'],
    ['vs.bkr', 'BA', 'Supreme Court of Bashkortostan', 'Верховный суд Республики Башкортостан'],
    ['oblsud.perm', 'PER', 'Perm Territorial Court', 'Пермский краевой суд'],
    ['oblsud.svd', 'SVE', 'Sverdlovsk Regional Court', 'Свердловский областной суд'],
    ['oblsud.chel', 'CHE', 'Chelyabinsk Regional Court', 'Челябинский областной суд'],
    ['oblsud.tum', 'TYU', 'Tyumen Regional Court', 'Тюменский областной суд'],
    ['oblsud.nsk', 'NVS', 'Novosibirsk Regional Court', 'Новосибирский областной суд'],
    ['oblsud.kmr', 'KEM', 'Kemerovo Regional Court', 'Кемеровский областной суд'],
    ['kraevoy.krk', 'KYA', 'Krasnoyarsk Territorial Court', 'Красноярский краевой суд'],
    ['oblsud.irk', 'IRK', 'Irkutsk Regional Court', 'Иркутский областной суд'],
    ['kraevoy.prm', 'PRI', 'Primorye Territorial Court', 'Приморский краевой суд'],
    ['kraevoy.hbr', 'KHA', 'Khabarovsk Territorial Court', 'Хабаровский краевой суд'],
  ),
  ...numbered('APPELLATE', 'ap', 'Court of Appeal of General Jurisdiction', 'апелляционный суд общей юрисдикции',
    ['MOW'], ['SPE'], ['KDA'], ['NIZ'], ['NVS'],
  ),
  ...numbered('CASSATION', 'kas', 'Court of Cassation of General Jurisdiction', 'кассационный суд общей юрисдикции',
    ['SAR', 'г. Саратов, ул. Московская, д. 55'],
    ['MOW', '121357, г. Москва, ул. Верейская, д. 29, стр. 34'],
    ['SPE', 'г. Санкт-Петербург, ул. Садовая, д. 26'],
    ['KDA'], ['STA'], ['SAM'],
    ['CHE', '454000, г. Челябинск, ул. Кирова, д. 161'],
    ['KEM'], ['PRI'],
  ),
  ...rows(military,
    ['moskovskygvs.msk', 'MOW', 'Moscow Garrison Military Court', 'Московский гарнизонный военный суд'],
    ['235gvs.msk', 'MOW', '235th Garrison Military Court', '235-й гарнизонный военный суд'],
    ['gvs.spb', 'SPE', 'Saint Petersburg Garrison Military Court', 'Санкт-Петербургский гарнизонный военный суд'],
    ['gvs.ros', 'ROS', 'Rostov-on-Don Garrison Military Court', 'Ростовский-на-Дону гарнизонный военный суд'],
    ['egvs.svd', 'SVE', 'Yekaterinburg Garrison Military Court', 'Екатеринбургский гарнизонный военный суд'],
    ['2zovs.msk', 'MOW', '2nd Western District Military Court', '2-й Западный окружной военный суд'],
    ['1zovs.spb', 'SPE', '1st Western District Military Court', '1-й Западный окружной военный суд'],
    ['yovs.ros', 'ROS', 'Southern District Military Court', 'Южный окружной военный суд'],
    ['covs.svd', 'SVE', 'Central District Military Court', 'Центральный окружной военный суд'],
    ['vap', 'MOS', 'Military Court of Appeal', 'Апелляционный военный суд'],
    ['vkas', 'NVS', 'Military Court of Cassation', 'Кассационный военный суд'],
  ),
  ...rows(arbitration,
    ['msk', 'MOW', 'Commercial Court of Moscow', 'Арбитражный суд города Москвы', '115225, г. Москва, ул. Большая Тульская, д. 17'],
    ['spb', 'SPE', 'Commercial Court of Saint Petersburg and the Leningrad Region', 'Арбитражный суд города Санкт-Петербурга и Ленинградской области', '191124, г. Санкт-Петербург, ул. Смольного, д. 6'],
  ),
  ...rows(elsewhere('SUPREME'), ['vsrf.ru', 'MOW', 'Supreme Court of the Russian Federation', 'Верховный Суд Российской Федерации', '121260, г. Москва, ул. Поварская, д. 15']),
];
