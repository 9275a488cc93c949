package org.diaodu.policy.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbers written in the cells and formulas of a model, with their places in its text; not those in quotes. */
record ModelNumbers(String xml, List<Found> found) {

    private static final Pattern TEXT = Pattern.compile("<(?:\\w+:)?text>(.*?)</(?:\\w+:)?text>", Pattern.DOTALL);

    /** A text in quotes, which is passed over, or a number. */
    private static final Pattern NUMBER =
            Pattern.compile("\"[^\"]*\"|&quot;.*?&quot;|(?<![\\p{L}\\d_.])(\\d+(?:\\.\\d+)?)(?![\\p{L}\\d_])");

    /**
     * A number.
     *
     * @param from where it begins in the text of the model
     * @param within the cell or formula it stands in
     */
    record Found(BigDecimal number, int from, int to, String within) {}

    static ModelNumbers of(String xml) {
        List<Found> found = new ArrayList<>();
        Matcher text = TEXT.matcher(xml);
        while (text.find()) {
            String within =
                    text.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            Matcher number = NUMBER.matcher(text.group(1));
            while (number.find()) {
                if (number.group(1) != null) {
                    int at = text.start(1);
                    found.add(new Found(
                            new BigDecimal(number.group(1)), at + number.start(1), at + number.end(1), within));
                }
            }
        }
        return new ModelNumbers(xml, List.copyOf(found));
    }

    List<Found> of(BigDecimal number) {
        return found.stream().filter(one -> one.number().compareTo(number) == 0).toList();
    }

    String all() {
        return found.stream().map(Found::number).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(", "));
    }

    /** The model's text with another number in these places. */
    String with(List<Found> places, BigDecimal value) {
        StringBuilder text = new StringBuilder(xml);
        places.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Found::from).reversed())
                .forEach(place -> text.replace(place.from(), place.to(), value.toPlainString()));
        return text.toString();
    }
}
