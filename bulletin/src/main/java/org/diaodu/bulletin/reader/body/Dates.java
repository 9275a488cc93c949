package org.diaodu.bulletin.reader.body;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day a page says it was published. */
final class Dates {
    private static final Pattern NUMBERS =
            Pattern.compile("((?:19|20)\\d\\d)\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern ENGLISH =
            Pattern.compile("(\\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* ((?:19|20)\\d\\d)");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("Jan", 1),
            Map.entry("Feb", 2),
            Map.entry("Mar", 3),
            Map.entry("Apr", 4),
            Map.entry("May", 5),
            Map.entry("Jun", 6),
            Map.entry("Jul", 7),
            Map.entry("Aug", 8),
            Map.entry("Sep", 9),
            Map.entry("Oct", 10),
            Map.entry("Nov", 11),
            Map.entry("Dec", 12));
    /** Lines that give the day are short: a date within a long sentence is of what happened. */
    private static final int SHORT_LINE = 60;

    private Dates() {}

    static @Nullable LocalDate anywhere(String text) {
        Matcher english = ENGLISH.matcher(text);
        if (english.find()) {
            Integer month = MONTHS.get(english.group(2));
            return month == null ? null : date(english.group(3), month, english.group(1));
        }
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.find() ? date(numbers.group(1), Integer.parseInt(numbers.group(2)), numbers.group(3)) : null;
    }

    static @Nullable LocalDate published(List<Paragraph> paragraphs) {
        for (Paragraph paragraph : paragraphs) {
            String line = paragraph.text().text();
            LocalDate day = line.length() <= SHORT_LINE ? anywhere(line) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(String year, int month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
