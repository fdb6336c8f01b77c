//! The nations of ISO 3166-1, and suggestions for a code that is not one of them.

use crate::{Communities, Lang};

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

/// At most four, those of the table of partners before others: they are what a registry of this kind meets.
fn near(asked: &str) -> Vec<String> {
    const MOST: usize = 4;
    let known = Communities::builtin();
    let folded = crate::fold(asked);
    let named =
        |code: &str| Lang::ALL.iter().any(|lang| known.name(code, *lang).is_some_and(|n| crate::fold(n) == folded));
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let apart = |code: &str| code.chars().zip(asked.chars()).filter(|(a, b)| a != b).count();
    let mut found: Vec<(u8, bool, &str)> = codes()
        .filter_map(|(three, two)| {
            let distance = if two == asked || named(three) {
                0
            } else if asked.chars().count() == 3 && sorted(three) == sorted(asked) {
                1
            } else if asked.chars().count() == 3 && apart(three) == 1 {
                2
            } else {
                return None;
            };
            Some((distance, !known.is_nation(three), three))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, _, code)| code.to_owned()).collect()
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
        ] {
            let near = nation(typed).expect_err("no nation").near;
            assert!(near.contains(&meant.to_owned()), "{typed}: {near:?}");
        }
        assert_eq!(nation(" bel ").as_deref(), Ok("BEL"));
        assert_eq!(nation("QQQ").expect_err("no nation").near, Vec::<String>::new());
    }
}
