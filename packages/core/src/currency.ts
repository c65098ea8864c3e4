import { InvalidInput } from './invalid-input.js';

/**
 * ISO 4217 codes of money that can be spent: the list of 2026, funds codes included, and ANG, BGN, CUC, HRK, SLL and
 * ZWL, withdrawn since 2021, as old costs are still booked in them. No metals, drawing rights or test codes.
 */
const CURRENCIES: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP ' +
    'GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY ' +
    'KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
    'MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF ' +
    'SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS ' +
    'UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL'
  ).split(' '),
);

/**
 * Decimals of the minor unit where they are not 2. Not read from Intl.NumberFormat: V8 gives what is customary in
 * shops (HUF 0, COP 0, IQD 0) where ISO 4217 says 2, 2 and 3, and other engines give the standard's numbers.
 */
const MINOR_UNITS: ReadonlyMap<string, number> = new Map([
  ...decimals(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...decimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...decimals(4, 'CLF UYW'),
]);

/** Whether it is a currency code of ISO 4217, in capitals: `EUR`. */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && CURRENCIES.has(code);
}

/** Decimals of the currency's minor unit: EUR 2, JPY 0, KWD 3. Throws `InvalidInput` INVALID_CURRENCY. */
export function minorUnits(currency: string): number {
  if (isCurrency(currency)) return MINOR_UNITS.get(currency) ?? 2;
  const expected = 'an ISO 4217 code in capitals, such as EUR';
  throw new InvalidInput('INVALID_CURRENCY', [], `${JSON.stringify(currency)} is not ${expected}`, expected);
}

function decimals(count: number, currencies: string): [string, number][] {
  return currencies.split(' ').map((currency) => [currency, count]);
}
