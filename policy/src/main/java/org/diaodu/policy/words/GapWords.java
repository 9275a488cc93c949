package org.diaodu.policy.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.policy.book.AskedFact;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.reasons.Change;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.rules.reasons.Shortfall;
import org.jspecify.annotations.Nullable;

/** What a row that did not match still wants of an enterprise, each condition in a few words. */
final class GapWords {

    private final Language language;
    private final Quantity quantity;
    private final Map<String, String> units;

    GapWords(PolicyClause clause, Language language) {
        this.language = language;
        this.quantity = new Quantity(language);
        this.units = AskedFact.units(clause);
    }

    String of(NearMiss miss) {
        List<String> parts = new ArrayList<>();
        miss.shortfalls().forEach(shortfall -> parts.add(of(shortfall)));
        if (!miss.missing().isEmpty()) {
            parts.add(language.say(
                    "还要知道" + String.join("、", miss.missing()),
                    "also to be known: " + String.join(", ", miss.missing())));
        }
        return String.join(language.say("；", "; "), parts);
    }

    private String of(Shortfall shortfall) {
        String of = shortfall.column();
        return switch (shortfall.change()) {
            case Change.Number number -> number(shortfall, number);
            case Change.Date date ->
                language.say(
                        of + "须在 " + date.to() + (date.days() > 0 ? " 或以后" : " 或以前") + "，现为 " + date.from(),
                        of + " has to be " + date.to() + (date.days() > 0 ? " or later" : " or earlier") + ", is "
                                + date.from());
            case Change.Truth(boolean needed) ->
                needed
                        ? language.say("须先满足“" + of + "”，现在还没有", "\"" + of + "\" has to be so, and is not yet")
                        : language.say("有“" + of + "”的不能享受", "\"" + of + "\" must not be so, and is");
            case Change.OneOf(List<Object> accepted) ->
                language.say(
                        of + "须为" + listed(accepted, "、") + "，现为" + shown(shortfall.value()),
                        of + " has to be " + listed(accepted, " or ") + ", is " + shown(shortfall.value()));
            case Change.NoneOf(List<Object> refused) ->
                language.say(of + "不能是" + listed(refused, "、"), of + " must not be " + listed(refused, " or "));
            case Change.Holding ignored ->
                language.say(
                        of + "须 " + shortfall.test() + "，现为" + shown(shortfall.value()),
                        of + " has to be " + shortfall.test() + ", is " + shown(shortfall.value()));
        };
    }

    private String number(Shortfall shortfall, Change.Number number) {
        List<Change.OfInput> own = actionable(shortfall.ofInputs());
        if (!own.isEmpty()) {
            return own.stream().map(this::input).collect(Collectors.joining(language.say("，或", ", or ")));
        }
        String of = shortfall.column();
        String unit = units.getOrDefault(of, "");
        if (number.share()) {
            return share(of, number);
        }
        String wanted = quantity.of(number.to(), unit);
        String now = quantity.of(number.from(), unit);
        String by = quantity.of(number.difference().abs(), unit);
        return number.up()
                ? language.say(
                        of + "还差 " + by + "（现 " + now + "，须" + (number.beyond() ? "超过 " : "达到 ") + wanted + "）",
                        of + " is " + by + " short (now " + now + ", needed "
                                + (number.beyond() ? "more than " : "at least ") + wanted + ")")
                : language.say(
                        of + "多了 " + by + "（现 " + now + "，须" + (number.beyond() ? "低于 " : "不超过 ") + wanted + "）",
                        of + " is " + by + " too much (now " + now + ", needed "
                                + (number.beyond() ? "below " : "at most ") + wanted + ")");
    }

    private String share(String of, Change.Number number) {
        String points =
                quantity.of(number.difference().abs().movePointRight(2), " ").strip();
        String wanted = quantity.of(number.to(), "");
        return number.up()
                ? language.say(
                        of + "还差 " + points + " 个百分点（须达到 " + wanted + "）",
                        of + " is " + points + " points short (needed " + wanted + ")")
                : language.say(
                        of + "高出 " + points + " 个百分点（须不超过 " + wanted + "）",
                        of + " is " + points + " points too much (needed at most " + wanted + ")");
    }

    private String input(Change.OfInput one) {
        String unit = one.unit() == null ? units.getOrDefault(one.input(), "") : one.unit();
        BigDecimal difference = one.change().difference();
        String by = quantity.of(difference.abs(), unit);
        String to = quantity.of(one.change().to(), unit);
        return difference.signum() >= 0
                ? language.say(
                        one.input() + "再增加 " + by + "（达到 " + to + "）",
                        by + " more of " + one.input() + " (to " + to + ")")
                : language.say(
                        one.input() + "再减少 " + by + "（降到 " + to + "）",
                        by + " less of " + one.input() + " (to " + to + ")");
    }

    /** Nobody changes last year's figures; they are said only where there is nothing else. */
    private static List<Change.OfInput> actionable(List<Change.OfInput> all) {
        List<Change.OfInput> own =
                all.stream().filter(one -> !Gap.isPast(one.input())).toList();
        return own.isEmpty() ? all : own;
    }

    private String listed(List<Object> values, String between) {
        return values.stream().map(this::shown).collect(Collectors.joining(between));
    }

    String shown(@Nullable Object value) {
        return switch (value) {
            case null -> language.say("未知", "unknown");
            case Boolean truth -> truth ? language.say("是", "yes") : language.say("否", "no");
            case String text -> language.say("“" + text + "”", "\"" + text + "\"");
            case BigDecimal number -> quantity.of(number, " ").strip();
            default -> value.toString();
        };
    }
}
