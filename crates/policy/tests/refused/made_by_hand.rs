use chrono::DateTime;

use std::marker::PhantomData;

fn main() {
    let _forged: policy::Permit<policy::Open> =
        policy::Permit { at: DateTime::UNIX_EPOCH, officer: String::from("mallory"), action: PhantomData };
}
