use std::marker::PhantomData;

fn main() {
    let _forged: policy::Permit<policy::Open> =
        policy::Permit { at: jiff::Timestamp::UNIX_EPOCH, officer: String::from("mallory"), action: PhantomData };
}
