package org.diaodu.server.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody enters about a measure, as typed.
 *
 * @param ownerUnit code of the member unit that is to do it
 * @param due a day as 2022-05-31
 * @param expected the evidence expected
 * @param kind what it is about, as the effect of measures is compared
 */
public record MeasureForm(
        String words, String ownerUnit, List<String> helpers, String due, String expected, MeasureKind kind) {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_EXPECTED = 500;

    /** Nothing entered yet. */
    public static final MeasureForm BLANK = new MeasureForm("", "", List.of(), "", "");

    /** A measure of no kind in particular. */
    public MeasureForm(String words, String ownerUnit, List<String> helpers, String due, String expected) {
        this(words, ownerUnit, helpers, due, expected, MeasureKind.OTHER);
    }

    public MeasureForm {
        helpers = helpers.stream()
                .filter(helper -> !helper.isBlank() && !helper.equals(ownerUnit))
                .distinct()
                .toList();
    }

    /** What a measure says now, to be changed. */
    public static MeasureForm of(Measure measure) {
        return new MeasureForm(
                measure.words(),
                measure.ownerUnit(),
                measure.helpers(),
                measure.due().toString(),
                measure.expected(),
                measure.kind());
    }

    /** Faults by field as message keys, those of the units apart. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (words.isBlank() || words.length() > LONGEST) faults.put("words", "dispatch.fault.measure");
        if (ownerUnit.isBlank()) faults.put("ownerUnit", "dispatch.fault.owner");
        if (!isDay(due)) faults.put("due", "dispatch.fault.due");
        if (expected.length() > LONGEST_EXPECTED) faults.put("expected", "dispatch.fault.expected");
        return faults;
    }

    LocalDate dueDate() {
        return LocalDate.parse(due);
    }

    private static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year > 1999 && year < 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
