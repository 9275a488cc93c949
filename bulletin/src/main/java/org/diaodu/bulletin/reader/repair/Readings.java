package org.diaodu.bulletin.reader.repair;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.reader.Repair.Cause;
import org.diaodu.bulletin.reader.text.Traced;

/** Readings in parentheses after characters: 質(zhì)量, 全會(hui)(hui). */
final class Readings {
    private static final String LETTER = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɑɡê]";
    private static final Pattern READING = Pattern.compile(
            "(?<=\\p{IsHan})(?:[(（](?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüɑê]" + LETTER
                    + "{0,4}[)）])+");
    /** So many without tone marks must there be before they are taken for readings: one may be an abbreviation. */
    private static final int ENOUGH = 5;

    private static final Pattern TONE = Pattern.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]");

    private Readings() {}

    static boolean present(String text) {
        Matcher m = READING.matcher(text);
        int plain = 0;
        while (m.find()) {
            if (TONE.matcher(m.group()).find() || ++plain >= ENOUGH) {
                return true;
            }
        }
        return false;
    }

    static Traced removed(Traced text, Repairs repairs) {
        Matcher m = READING.matcher(text);
        var kept = new Traced.Builder();
        int at = 0;
        while (m.find()) {
            kept.append(text, at, m.start());
            repairs.note(text.from(m.start()), text.to(m.end() - 1), "", Cause.READING);
            at = m.end();
        }
        return at == 0 ? text : kept.append(text, at, text.length()).build();
    }
}
