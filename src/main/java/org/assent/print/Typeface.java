package org.assent.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The embedded fonts; a text takes the first that has its letters. */
enum Typeface {
    BOLD("NotoSerif-Bold"),
    LATIN_CYRILLIC("NotoSerif-Regular"),
    BENGALI("NotoSerifBengali-Regular"),
    DEVANAGARI("NotoSerifDevanagari-Regular"),
    TAMIL("NotoSerifTamil-Regular"),
    SINHALA("NotoSerifSinhala-Regular"),
    THAI("NotoSerifThai-Regular"),
    LAO("NotoSerifLao-Regular"),
    KHMER("NotoSerifKhmer-Regular"),
    ARABIC("NotoNaskhArabic-Regular"),
    CHINESE_JAPANESE_KOREAN("DroidSansFallback");

    private static final ConcurrentMap<Typeface, Font> SHAPERS = new ConcurrentHashMap<>();

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    InputStream open() {
        InputStream font = Typeface.class.getResourceAsStream("/fonts/" + file + ".ttf");
        if (font == null) {
            throw new IllegalStateException("The font " + file + " is missing from the build.");
        }
        return font;
    }

    /** The same font for Java's text layout, kept because each creation leaves a temporary file. */
    Font shaper() {
        return SHAPERS.computeIfAbsent(this, typeface -> {
            try (InputStream font = typeface.open()) {
                return Font.createFont(Font.TRUETYPE_FONT, font).deriveFont((float) Typesetter.UNITS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
