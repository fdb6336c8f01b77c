//! What was opened to be sealed again is read by nobody else.
use std::io::Read;

fn read(mut opened: vault::doors::Resealing) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = opened.read_to_end(&mut bytes);
    bytes
}

fn main() {}
