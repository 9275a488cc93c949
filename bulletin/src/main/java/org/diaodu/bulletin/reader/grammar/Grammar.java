package org.diaodu.bulletin.reader.grammar;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.reader.text.Traced;
import org.diaodu.standards.Region;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a document whose damage is undone. */
public final class Grammar {

    private static final Pattern PLANS = Pattern.compile("^(?:下一步|接下来|今后|下一阶段|下阶段|未来|下半年)");
    private static final Pattern SPOKEN_YEAR =
            Pattern.compile("(?<![到至\\d]|力争|预计|未来|目标)((?:19|20)\\d\\d)年(?!.{0,6}(?:将|目标|规划|预计|力争))");

    private Grammar() {}

    /**
     * The statements of the paragraphs, in order.
     *
     * @param title the headline; empty if there is none
     */
    public static List<Statement> read(String title, List<Traced> paragraphs, @Nullable LocalDate published) {
        var whole = new StringBuilder();
        paragraphs.forEach(p -> whole.append(p.text()).append('\n'));
        Home home = Home.of(title, whole.toString());
        Integer year = published == null ? latestYear(whole.toString()) : Integer.valueOf(published.getYear());
        var clock = new TimeScanner(year, published == null ? null : published.getMonthValue());
        var carried = new Carried(home);
        counties(whole.toString(), carried);
        String currency = home.name().startsWith("香港") ? "港元" : "元";
        var opening = new Clauses(carried, clock, currency, published == null ? null : published.toString());
        if (!title.isEmpty()) {
            opening.read(Traced.of(title, 0));
        }
        var clauses = new Clauses(carried, clock, currency, published == null ? null : published.toString());
        for (Traced paragraph : paragraphs) {
            carried.paragraph();
            carried.plans |= PLANS.matcher(paragraph).find();
            for (Sentences sentence : Sentences.of(paragraph)) {
                carried.sentence();
                clauses.read(sentence.main());
                for (Sentences.Aside aside : sentence.asides()) {
                    clauses.aside(aside, sentence.main());
                }
            }
        }
        return clauses.statements().stream()
                .filter(s -> !s.indicator().equals("未指明") || !title.contains(s.quote()))
                .toList();
    }

    /** A county named in full is meant by its short name as well. */
    private static void counties(String text, Carried carried) {
        for (String name : Places.mentions(text).keySet()) {
            Region region = Places.region(name);
            if (region != null
                    && region.level() == Region.Level.COUNTY
                    && region.stem().length() > 1) {
                carried.aliases.put(region.stem(), region.name());
                carried.aliases.put(region.name(), region.name());
            }
        }
    }

    /** The last year a text without a date speaks of as past or present. */
    private static @Nullable Integer latestYear(String text) {
        Integer latest = null;
        Matcher m = SPOKEN_YEAR.matcher(text);
        while (m.find()) {
            int year = Integer.parseInt(m.group(1));
            latest = latest == null || year > latest ? Integer.valueOf(year) : latest;
        }
        return latest;
    }
}
