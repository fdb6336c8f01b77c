//! By what each list can be in order, as it is typed.

use crate::paging::Orders;
use crate::{AssentOrder, DossierOrder, OfficerOrder, PartnerOrder, ReleaseOrder};

/// The names of orders, each once.
macro_rules! orders {
    ($($of:ident { $($by:ident = $name:literal),+ })+) => { $(
        impl Orders for $of {
            const ALL: &'static [$of] = &[$($of::$by),+];

            fn as_str(self) -> &'static str {
                match self { $($of::$by => $name),+ }
            }
        }
    )+ };
}

orders! {
    AssentOrder { Status = "status", Filed = "filed", Kind = "kind", Name = "name", Officer = "officer" }
    DossierOrder { Reference = "reference", Title = "title", Members = "members", Name = "name" }
    OfficerOrder { Reference = "reference", Name = "name", Until = "until", Status = "status" }
    PartnerOrder { Reference = "reference", Name = "name", Level = "level", Until = "until", Status = "status" }
    ReleaseOrder { Filed = "filed", Name = "name", Status = "status" }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::paging::InOrder;

    fn each_is_sent_as_it_is_typed<By: Orders + Serialize + PartialEq + std::fmt::Debug>() {
        for by in By::ALL {
            assert_eq!(serde_json::to_value(by).expect("a name"), by.as_str());
            for (end, descending) in [("", false), (":asc", false), (":desc", true)] {
                let typed = format!("{}{end}", by.as_str());
                assert_eq!(InOrder::parse(&typed), Some(InOrder { by: *by, descending }), "{typed}");
            }
        }
        for other in ["", ":desc", "term", "name:down", "name:desc:desc"] {
            assert_eq!(InOrder::<By>::parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_order_has_one_name() {
        each_is_sent_as_it_is_typed::<AssentOrder>();
        each_is_sent_as_it_is_typed::<DossierOrder>();
        each_is_sent_as_it_is_typed::<OfficerOrder>();
        each_is_sent_as_it_is_typed::<PartnerOrder>();
        each_is_sent_as_it_is_typed::<ReleaseOrder>();
    }
}
