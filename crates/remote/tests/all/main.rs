//! The log and the objects of a shared vault on real servers, under the suites of their traits.

mod faults;
mod liars;
mod mirrors;
mod places;
mod rights;
mod stage;

use ledger::Access;
use stage::Stage;

fn in_postgresql() -> ledger::conformance::Open {
    let stage = Stage::new();
    Box::new(move |access: Access| Box::new(stage.log(access)) as Box<dyn ledger::LogStore>)
}

fn in_a_bucket() -> objects::conformance::Open {
    let stage = Stage::new();
    Box::new(move || Box::new(stage.objects()) as Box<dyn objects::ObjectStore>)
}

ledger::log_store_conformance!(postgresql, in_postgresql);
objects::object_store_conformance!(bucket, in_a_bucket);
