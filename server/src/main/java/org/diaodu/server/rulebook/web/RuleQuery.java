package org.diaodu.server.rulebook.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.Rulebook.Line;

/**
 * Which rules are asked for, and in what order.
 *
 * @param state holds, none, draft, proposed, withdrawing; empty for all
 * @param compiled yes or no; empty for both
 */
public record RuleQuery(String text, String state, String compiled, LocalDate day, String sort, boolean descending) {

    static RuleQuery of(Address asked, LocalDate today) {
        return new RuleQuery(
                asked.get("q").strip(),
                asked.get("state"),
                asked.get("compiled"),
                day(asked.get("day"), today),
                asked.get("sort"),
                asked.isDescending());
    }

    static LocalDate day(String text, LocalDate today) {
        try {
            return text.isBlank() ? today : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "RB12",
                    "“" + text + "”不是日期，请写作 2022-03-31。",
                    "\"" + text + "\" is no date. Maybe write it as 2022-03-31.");
        }
    }

    List<Line> of(List<Line> lines) {
        Comparator<Line> order = switch (sort) {
            case "title" -> Comparator.comparing(line -> line.now().clause().title());
            case "from" -> Comparator.comparing(line -> line.now().from());
            case "rows" -> Comparator.comparing(line -> line.facts().rows());
            case "cases" -> Comparator.comparing(line -> line.facts().cases());
            default -> Comparator.comparing(line -> line.now().rule());
        };
        return lines.stream()
                .filter(this::takes)
                .sorted(descending ? order.reversed() : order)
                .toList();
    }

    private boolean takes(Line line) {
        var clause = line.now().clause();
        String all = (line.now().rule() + " " + clause.title() + " " + clause.titleEn() + " " + clause.reference())
                .toLowerCase(Locale.ROOT);
        return all.contains(text.toLowerCase(Locale.ROOT))
                && (state.isEmpty() || state.equals(state(line)) || state.equals("holds") && line.holds())
                && (compiled.isEmpty() || compiled.equals("yes") == line.facts().compiled());
    }

    /** How a rule stands: what is under way comes before that it holds. */
    public static String state(Line line) {
        var open = line.open();
        if (open != null) return open.state() == org.diaodu.server.rulebook.Edition.State.DRAFT ? "draft" : "proposed";
        if (line.now().isWithdrawalAsked()) return "withdrawing";
        return line.holds() ? "holds" : "none";
    }
}
