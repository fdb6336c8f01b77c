fn read<T: serde::de::DeserializeOwned>() {}

fn main() {
    read::<policy::Permit<policy::Open>>();
}
