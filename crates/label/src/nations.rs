//! The nations of ISO 3166-1, and suggestions for a code that is not one of them.

use crate::Communities;

/// Alpha-3 and alpha-2 of each, in the order of the alphabet. ISO 3166-1 as Debian's `iso-codes` 4.15 has it.
const TABLE: &str = "\
    ABW:AW AFG:AF AGO:AO AIA:AI ALA:AX ALB:AL AND:AD ARE:AE ARG:AR ARM:AM ASM:AS ATA:AQ ATF:TF ATG:AG AUS:AU AUT:AT \
    AZE:AZ BDI:BI BEL:BE BEN:BJ BES:BQ BFA:BF BGD:BD BGR:BG BHR:BH BHS:BS BIH:BA BLM:BL BLR:BY BLZ:BZ BMU:BM BOL:BO \
    BRA:BR BRB:BB BRN:BN BTN:BT BVT:BV BWA:BW CAF:CF CAN:CA CCK:CC CHE:CH CHL:CL CHN:CN CIV:CI CMR:CM COD:CD COG:CG \
    COK:CK COL:CO COM:KM CPV:CV CRI:CR CUB:CU CUW:CW CXR:CX CYM:KY CYP:CY CZE:CZ DEU:DE DJI:DJ DMA:DM DNK:DK DOM:DO \
    DZA:DZ ECU:EC EGY:EG ERI:ER ESH:EH ESP:ES EST:EE ETH:ET FIN:FI FJI:FJ FLK:FK FRA:FR FRO:FO FSM:FM GAB:GA GBR:GB \
    GEO:GE GGY:GG GHA:GH GIB:GI GIN:GN GLP:GP GMB:GM GNB:GW GNQ:GQ GRC:GR GRD:GD GRL:GL GTM:GT GUF:GF GUM:GU GUY:GY \
    HKG:HK HMD:HM HND:HN HRV:HR HTI:HT HUN:HU IDN:ID IMN:IM IND:IN IOT:IO IRL:IE IRN:IR IRQ:IQ ISL:IS ISR:IL ITA:IT \
    JAM:JM JEY:JE JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KHM:KH KIR:KI KNA:KN KOR:KR KWT:KW LAO:LA LBN:LB LBR:LR LBY:LY \
    LCA:LC LIE:LI LKA:LK LSO:LS LTU:LT LUX:LU LVA:LV MAC:MO MAF:MF MAR:MA MCO:MC MDA:MD MDG:MG MDV:MV MEX:MX MHL:MH \
    MKD:MK MLI:ML MLT:MT MMR:MM MNE:ME MNG:MN MNP:MP MOZ:MZ MRT:MR MSR:MS MTQ:MQ MUS:MU MWI:MW MYS:MY MYT:YT NAM:NA \
    NCL:NC NER:NE NFK:NF NGA:NG NIC:NI NIU:NU NLD:NL NOR:NO NPL:NP NRU:NR NZL:NZ OMN:OM PAK:PK PAN:PA PCN:PN PER:PE \
    PHL:PH PLW:PW PNG:PG POL:PL PRI:PR PRK:KP PRT:PT PRY:PY PSE:PS PYF:PF QAT:QA REU:RE ROU:RO RUS:RU RWA:RW SAU:SA \
    SDN:SD SEN:SN SGP:SG SGS:GS SHN:SH SJM:SJ SLB:SB SLE:SL SLV:SV SMR:SM SOM:SO SPM:PM SRB:RS SSD:SS STP:ST SUR:SR \
    SVK:SK SVN:SI SWE:SE SWZ:SZ SXM:SX SYC:SC SYR:SY TCA:TC TCD:TD TGO:TG THA:TH TJK:TJ TKL:TK TKM:TM TLS:TL TON:TO \
    TTO:TT TUN:TN TUR:TR TUV:TV TWN:TW TZA:TZ UGA:UG UKR:UA UMI:UM URY:UY USA:US UZB:UZ VAT:VA VCT:VC VEN:VE VGB:VG \
    VIR:VI VNM:VN VUT:VU WLF:WF WSM:WS YEM:YE ZAF:ZA ZMB:ZM ZWE:ZW";

/// No nation of ISO 3166-1 has such a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{typed}` is no nation")]
pub struct UnknownNation {
    pub typed: String,
    /// Codes that are written almost so, or are meant by it: the likeliest first.
    pub near: Vec<String>,
}

/// The alpha-3 codes, in the order of the alphabet.
pub fn nations() -> impl Iterator<Item = &'static str> {
    codes().map(|(three, _)| three)
}

/// Whether it is such a code, in capitals.
pub fn is_nation(code: &str) -> bool {
    codes().any(|(three, _)| three == code)
}

/// The code that somebody typed, in capitals.
///
/// # Errors
/// [`UnknownNation`], with what may have been meant: a code with letters changed places or one other, the code of two
/// letters, a name.
pub fn nation(typed: &str) -> Result<String, UnknownNation> {
    let asked = typed.trim().to_uppercase();
    if is_nation(&asked) { Ok(asked) } else { Err(UnknownNation { near: near(&asked), typed: typed.to_owned() }) }
}

fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.split_whitespace().filter_map(|pair| pair.split_once(':'))
}

/// What else people write: codes of sport, of passports and of cars, and those of states that are no more. None behind a code:
/// there is no such nation, and no other is meant.
const OTHERS: &str = "\
    ALG:DZA BUL:BGR CHI:CHL CRO:HRV CRC:CRI DEN:DNK ENG:GBR GRE:GRC HOL:NLD INA:IDN IRI:IRN KSA:SAU LAT:LVA LIB:LBN \
    MAS:MYS MON:MCO NED:NLD NGR:NGA NIR:GBR PAR:PRY PHI:PHL POR:PRT RSA:ZAF SCO:GBR SLO:SVN SUD:SDN SUI:CHE TPE:TWN \
    UAE:ARE URU:URY VIE:VNM WAL:GBR ZIM:ZWE GER:DEU D:DEU B:BEL F:FRA I:ITA E:ESP L:LUX A:AUT S:SWE N:NOR P:PRT \
    UK:GBR GBD:GBR GBN:GBR GBO:GBR GBP:GBR GBS:GBR EL:GRC YUG:SRB,HRV,SVN,BIH,MKD,MNE SCG:SRB,MNE CSK:CZE,SVK \
    TCH:CZE,SVK DDR:DEU GDR:DEU FRG:DEU SUN:RUS URS:RUS ROM:ROU ZAR:COD BUR:MMR TMP:TLS ANT:CUW,SXM,BES HVO:BFA \
    DHY:BEN RHO:ZWE YMD:YEM VDR:VNM FXX:FRA UNK: XKX: KOS: RKS: KVX: XXA: XXB: XXC: XXX: UNO: UNA: EUR: EUE:";

/// What each is called in the four languages, a line each: as Unicode's CLDR 48 has it, under the Unicode License v3.
const NAMES: &str = include_str!("nations.tsv");

/// So many letters of a name or of what its people are called are taken for the nation: `belge`, `Niederländer`.
const BEGINNING: usize = 4;

/// What may be meant: what is meant for certain, if that is known. Else at most four, those of the table of partners before
/// others: they are what a registry of this kind meets.
fn near(asked: &str) -> Vec<String> {
    const MOST: usize = 4;
    if let Some((_, meant)) =
        OTHERS.split_whitespace().filter_map(|pair| pair.split_once(':')).find(|(other, _)| *other == asked)
    {
        return meant.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    }
    let known = Communities::builtin();
    let folded = crate::fold(asked);
    let named = |code: &str| names(code).any(|name| name == folded);
    let begins = |code: &str| {
        let start: String = folded.chars().take(BEGINNING).collect();
        folded.chars().count() > BEGINNING && names(code).any(|name| name.starts_with(&start))
    };
    if let Some((three, _)) = codes().find(|(three, two)| *two == asked || named(three)) {
        return vec![three.to_owned()];
    }
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let apart = |code: &str| code.chars().zip(asked.chars()).filter(|(a, b)| a != b).count();
    let of_three = asked.chars().count() == 3;
    let mut found: Vec<(u8, bool, &str)> = codes()
        .filter_map(|(three, _)| {
            let distance = if of_three && sorted(three) == sorted(asked) {
                1
            } else if of_three && apart(three) == 1 {
                2
            } else if begins(three) {
                3
            } else {
                return None;
            };
            Some((distance, !known.is_nation(three), three))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, _, code)| code.to_owned()).collect()
}

/// The names of a nation, folded.
fn names(code: &str) -> impl Iterator<Item = String> {
    let line = NAMES.lines().find_map(|line| line.strip_prefix(code)?.strip_prefix('\t'));
    line.unwrap_or_default().split('\t').map(crate::fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nations_of_the_table_of_partners_are_nations() {
        assert_eq!(nations().count(), 249);
        assert!(Communities::builtin().nations().into_iter().all(is_nation));
        for code in ["XYZ", "BLE", "EUR", "ZZZ", "NL", "", "bel", "UN", "XXX"] {
            assert!(!is_nation(code), "{code}");
        }
    }

    #[test]
    fn a_slip_of_the_hand_is_told_what_may_be_meant() {
        for (typed, meant) in [
            ("BLE", "BEL"),
            ("NDL", "NLD"),
            ("NL", "NLD"),
            ("be", "BEL"),
            ("België", "BEL"),
            ("Allemagne", "DEU"),
            ("FRE", "FRA"),
            ("Schweden", "SWE"),
            ("Oekraïne", "UKR"),
            ("états-unis", "USA"),
            ("belge", "BEL"),
            ("GER", "DEU"),
            ("NED", "NLD"),
            ("SUI", "CHE"),
            ("YUG", "HRV"),
            ("DDR", "DEU"),
        ] {
            let near = nation(typed).expect_err("no nation").near;
            assert!(near.contains(&meant.to_owned()), "{typed}: {near:?}");
        }
        assert_eq!(nation(" bel ").as_deref(), Ok("BEL"));
        for none in ["QQQ", "UNK", "XKX", "EUR"] {
            assert_eq!(nation(none).expect_err("no nation").near, Vec::<String>::new(), "{none}");
        }
        assert_eq!(nation("GER").expect_err("no nation").near, ["DEU"]);
    }

    #[test]
    fn every_nation_has_its_names_and_every_other_code_means_nations() {
        assert_eq!(NAMES.lines().count(), nations().count());
        assert!(nations().all(|code| names(code).all(|name| !name.is_empty())));
        for (other, meant) in OTHERS.split_whitespace().filter_map(|pair| pair.split_once(':')) {
            assert!(meant.split(',').all(|code| code.is_empty() || is_nation(code)), "{other}");
            assert!(!is_nation(other), "{other}");
        }
    }
}
