//! What passes the pipe: no bytes make either side panic or allocate by what they claim, and what is read is what was written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use viewer::frame::{Answer, read_open, read_request, write_open, write_request};

fuzz_target!(|bytes: &[u8]| {
    if let Ok((kind, size)) = read_open(&mut &*bytes) {
        let mut again = Vec::new();
        write_open(&mut again, kind, size).expect("a vector takes everything");
        assert_eq!(bytes.get(..again.len()), Some(again.as_slice()));
    }
    let mut from = bytes;
    while let Ok(Some(request)) = read_request(&mut from) {
        let mut again = Vec::new();
        write_request(&mut again, request).expect("a vector takes everything");
        assert_eq!(read_request(&mut again.as_slice()).expect("just written"), Some(request));
    }
    let mut from = bytes;
    while let Ok(answer) = Answer::read(&mut from) {
        let mut again = Vec::new();
        answer.write(&mut again).expect("a vector takes everything");
        assert_eq!(Answer::read(&mut again.as_slice()).expect("just written"), answer);
    }
});
