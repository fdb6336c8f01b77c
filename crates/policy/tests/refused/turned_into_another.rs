fn turn(permit: policy::Permit<policy::File>) -> policy::Permit<policy::Open> {
    permit
}

fn convert(permit: policy::Permit<policy::File>) -> policy::Permit<policy::Open> {
    permit.into()
}

fn main() {}
