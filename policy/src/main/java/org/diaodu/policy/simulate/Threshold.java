package org.diaodu.policy.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * A number of a book that may be moved: a literal in the cells and formulas of a clause's model, or a figure of
 * {@code parameters/} on every day.
 *
 * @param id of the clause or of the figure
 * @param literal null for a figure
 * @param places which of the places where the literal stands are meant, from 1 in the order of the model; empty where there is
 *     but one
 */
public record Threshold(String id, @Nullable BigDecimal literal, List<Integer> places) {

    private static final Pattern FORM =
            Pattern.compile("([^:：#]+)(?:[:：]\\s*(-?\\d+(?:\\.\\d+)?)(?:#(\\d+(?:,\\d+)*))?)?");

    public Threshold {
        places = List.copyOf(places);
    }

    /** Reads {@code CLAUSE:2000}, {@code CLAUSE:2000#1,2}, or the name of a figure. */
    public static Threshold parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new PolicyFault(
                    "policy.threshold",
                    Place.of("--move " + text),
                    "读不懂。建议：--move 条款:2000，--move 条款:2000#1,2（第几处），或 --move 参数名。",
                    "it cannot be read. Maybe --move CLAUSE:2000, --move CLAUSE:2000#1,2 (which places), or --move"
                            + " PARAMETER.");
        }
        String number = form.group(2);
        return new Threshold(
                form.group(1),
                number == null ? null : new BigDecimal(number),
                form.group(3) == null
                        ? List.of()
                        : Pattern.compile(",")
                                .splitAsStream(form.group(3))
                                .map(Integer::valueOf)
                                .toList());
    }

    /**
     * The book with this number in its place.
     *
     * @throws PolicyFault {@code policy.threshold} where the book has no such number, or has it in several places and it is not
     *     said which are meant
     */
    public PolicyBook moved(PolicyBook book, LocalDate day, BigDecimal value) {
        if (literal == null) {
            if (!book.parameters().containsKey(id)) {
                throw fault(
                        "册内没有参数“" + id + "”。建议：已有 " + book.parameters().keySet() + "；条款中的数写作 条款:2000",
                        "the book has no figure \"" + id + "\". Maybe one of "
                                + book.parameters().keySet() + "; a number of a clause is written CLAUSE:2000");
            }
            return book.withParameter(id, value);
        }
        PolicyClause clause = book.clause(id, day);
        ModelNumbers numbers = ModelNumbers.of(clause.model().xml());
        String xml = numbers.with(chosen(numbers), value);
        RuleVersion version = clause.version();
        return book.with(new PolicyClause(
                new RuleVersion(version.rule(), version.clause(), clause.model().rewritten(xml), version.cases()),
                clause.terms(),
                clause.unit()));
    }

    private List<ModelNumbers.Found> chosen(ModelNumbers numbers) {
        List<ModelNumbers.Found> found = numbers.of(Objects.requireNonNull(literal));
        if (found.isEmpty()) {
            throw fault(
                    "条款的条件和公式里没有 " + literal.toPlainString() + "。建议：可移动的有 " + numbers.all(),
                    "the clause's conditions and formulas have no " + literal.toPlainString() + ". Maybe one of "
                            + numbers.all());
        }
        boolean known = places.stream().allMatch(place -> place >= 1 && place <= found.size());
        if (!known || (places.isEmpty() && found.size() > 1)) {
            List<String> shown = IntStream.rangeClosed(1, found.size())
                    .mapToObj(place -> "#" + place + " " + found.get(place - 1).within())
                    .toList();
            throw fault(
                    literal.toPlainString() + " 出现在 " + found.size() + " 处：" + String.join("；", shown)
                            + "。建议：写明移动哪几处，如 " + id + ":" + literal.toPlainString() + "#1",
                    literal.toPlainString() + " stands in " + found.size() + " places: " + String.join("; ", shown)
                            + ". Maybe say which are meant, as " + id + ":" + literal.toPlainString() + "#1");
        }
        return places.isEmpty()
                ? found
                : places.stream().map(place -> found.get(place - 1)).toList();
    }

    private static PolicyFault fault(String chinese, String english) {
        return new PolicyFault("policy.threshold", Place.of("--move"), chinese + "。", english + ".");
    }

    /** What a book costs, and how many it pays, with the number at each of these values. */
    public List<Point> curve(PolicyBook book, LocalDate day, List<BigDecimal> values, Population population) {
        List<Point> points = new ArrayList<>();
        for (BigDecimal value : values) {
            Outlay outlay = Outlay.of(moved(book, day, value), day, population);
            points.add(new Point(value, outlay.totalFen(), outlay.recipients()));
        }
        return points;
    }

    /**
     * What the book costs with the number at one value.
     *
     * @param costFen of the whole book, in fen
     */
    public record Point(BigDecimal value, long costFen, int paid) {}
}
