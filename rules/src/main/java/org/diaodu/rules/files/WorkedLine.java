package org.diaodu.rules.files;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.book.CaseOutcome;
import org.diaodu.rules.book.FeelValue;
import org.diaodu.rules.book.WorkedCase;

/** What is said of a case that does not hold. */
public final class WorkedLine {

    private WorkedLine() {}

    public static List<String> of(CaseOutcome outcome, Language language) {
        WorkedCase worked = outcome.worked();
        String place = language.say(
                "第 " + worked.row() + " 行“" + worked.name() + "”：",
                "row " + worked.row() + " \"" + worked.name() + "\": ");
        return switch (outcome) {
            case CaseOutcome.Holds holds -> List.of();
            case CaseOutcome.Differs differs -> {
                List<String> lines = new ArrayList<>();
                differs.differences().forEach((name, difference) -> {
                    String expected = FeelValue.text(difference.expected());
                    String actual = FeelValue.text(difference.actual());
                    lines.add(place
                            + language.say(
                                    name + " 应为 " + expected + "，算得 " + actual + "。",
                                    name + " should be " + expected + ", the rule gives " + actual + "."));
                });
                yield lines;
            }
            case CaseOutcome.Faulty faulty
            when worked.sound() ->
                List.of(place + language.say("无法判断：", "it cannot be judged: ") + String.join("; ", faulty.faults()));
            case CaseOutcome.Faulty unreadable -> List.of(); // its cells are said already
        };
    }
}
