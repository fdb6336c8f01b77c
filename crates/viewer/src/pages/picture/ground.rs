//! What is transparent is seen on white paper; where nothing would be seen of light letters, on grey.

use image::{DynamicImage, Rgba};

const WHITE: u16 = 255;
/// Black and white are both told from it.
const GREY: u16 = 150;
/// So light, a colour is not told from paper.
const LIGHT: u8 = 225;
/// Less covers nothing.
const COVERS: u8 = 64;
/// Colours that differ by more are seen, of 255.
const CONTRAST: u8 = 48;
/// So many light pixels next to transparent ones are letters or lines, and no smooth edge.
const EDGE: u32 = 12;

#[derive(Clone, Copy, Debug)]
pub struct Ground {
    grey: u16,
    /// What is wholly transparent has colours of its own, of which nothing is seen.
    pub hides: bool,
}

impl Ground {
    pub const PAPER: Ground = Ground { grey: WHITE, hides: false };

    pub fn of(picture: &DynamicImage) -> Ground {
        if !picture.color().has_alpha() {
            return Ground::PAPER;
        }
        let own;
        let rgba = match picture {
            DynamicImage::ImageRgba8(rgba) => rgba,
            other => {
                own = other.to_rgba8();
                &own
            }
        };
        let light = |Rgba([red, green, blue, alpha]): &Rgba<u8>| {
            *alpha >= COVERS && [red, green, blue].into_iter().all(|value| *value >= LIGHT)
        };
        let clear = |Rgba([.., alpha]): &Rgba<u8>| *alpha < COVERS;
        let (mut edges, mut least, mut most) = (0_u32, [u8::MAX; 3], [u8::MIN; 3]);
        let mut above: Option<Vec<&Rgba<u8>>> = None;
        for row in rgba.rows() {
            let row: Vec<&Rgba<u8>> = row.collect();
            let beside = row.iter().zip(row.iter().skip(1));
            let below = above.iter().flatten().zip(&row);
            for (one, other) in beside.chain(below) {
                edges = edges.saturating_add(u32::from(light(one) && clear(other) || clear(one) && light(other)));
            }
            for Rgba([red, green, blue, _]) in row.iter().filter(|pixel| matches!(pixel, Rgba([.., 0]))) {
                for ((value, least), most) in [red, green, blue].into_iter().zip(&mut least).zip(&mut most) {
                    (*least, *most) = ((*least).min(*value), (*most).max(*value));
                }
            }
            above = Some(row);
        }
        let hides = most.iter().zip(least).any(|(most, least)| most.saturating_sub(least) > CONTRAST);
        Ground { grey: if edges >= EDGE { GREY } else { WHITE }, hides }
    }

    /// RGB of a picture that lies on it.
    pub fn under(self, picture: DynamicImage) -> Vec<u8> {
        if !picture.color().has_alpha() {
            return picture.into_rgb8().into_raw();
        }
        let rgba = picture.into_rgba8();
        let mut rgb = Vec::with_capacity(rgba.width() as usize * rgba.height() as usize * 3);
        for Rgba([red, green, blue, alpha]) in rgba.pixels() {
            let alpha = u16::from(*alpha);
            let mix = |value: &u8| ((u16::from(*value) * alpha + self.grey * (255 - alpha)) / 255) as u8;
            rgb.extend([red, green, blue].map(mix));
        }
        rgb
    }
}
