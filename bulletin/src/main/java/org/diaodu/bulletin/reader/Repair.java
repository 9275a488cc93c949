package org.diaodu.bulletin.reader;

/**
 * Damage that was undone. The text as decoded is kept, so putting {@code before} back at {@code start} reverses it.
 *
 * @param start where the damage begins in the text as decoded, in UTF-16 units
 * @param end where it ends there, exclusive
 * @param before the characters there
 * @param after what they are read as; empty where they are left out
 * @param cause what had happened
 */
public record Repair(int start, int end, String before, String after, Cause cause) {

    /** What had happened to the text. */
    public enum Cause {
        /** Written in traditional characters. */
        TRADITIONAL,
        /** A reading in parentheses after a character: 質(zhì). */
        READING,
        /** Punctuation doubled: ",,". */
        DOUBLED,
        /** GBK text shifted by one byte, and decoded again. */
        SHIFTED,
        /** GBK text shifted by one byte in which characters were lost: read by context, figures beside it are withheld. */
        LOST,
        /** Full-width digits, letters and signs of figures. */
        FULL_WIDTH,
        /** Characters that are not to be seen, or spaces inside a figure. */
        UNSEEN
    }
}
