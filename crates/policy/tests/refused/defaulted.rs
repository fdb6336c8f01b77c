fn main() {
    let _forged = policy::Permit::<policy::Open>::default();
}
