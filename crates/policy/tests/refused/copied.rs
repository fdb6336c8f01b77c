fn copy(permit: &policy::Permit<policy::Open>) -> policy::Permit<policy::Open> {
    permit.clone()
}

fn main() {}
