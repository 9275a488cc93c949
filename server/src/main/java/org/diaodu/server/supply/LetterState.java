package org.diaodu.server.supply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter stands, one to another province or one from there. A verb gives the state after it, or refuses with the step
 * that can be taken; docs/supply.md draws them.
 */
public sealed interface LetterState {

    /** To another province, which has not answered. */
    record Sent() implements LetterState {}

    /** From another province, on the province's desk. */
    record Registered() implements LetterState {}

    /** From another province, with the member unit of this code. */
    record Given(String unit) implements LetterState {}

    /** Answered, by them or by us. */
    record Answered() implements LetterState {}

    /** What can be done to a letter. */
    enum Verb {
        GIVE("交办", "give it to a unit"),
        ANSWER("登记复函", "record the reply");

        private final String zh;
        private final String en;

        Verb(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    List<String> NAMES = List.of("SENT", "REGISTERED", "GIVEN", "ANSWERED");

    /** The state stored under this name; {@code unit} is there where it is given to one. */
    static LetterState of(String name, @Nullable String unit) {
        return switch (name) {
            case "SENT" -> new Sent();
            case "REGISTERED" -> new Registered();
            case "ANSWERED" -> new Answered();
            case "GIVEN" -> {
                if (unit == null) throw new IllegalArgumentException("given to no unit");
                yield new Given(unit);
            }
            default -> throw new IllegalArgumentException("no state \"" + name + "\"");
        };
    }

    default String name() {
        return switch (this) {
            case Sent _ -> "SENT";
            case Registered _ -> "REGISTERED";
            case Given _ -> "GIVEN";
            case Answered _ -> "ANSWERED";
        };
    }

    default Set<Verb> possible() {
        return switch (this) {
            case Sent _ -> EnumSet.of(Verb.ANSWER);
            case Registered _, Given _ -> EnumSet.of(Verb.GIVE, Verb.ANSWER);
            case Answered _ -> EnumSet.noneOf(Verb.class);
        };
    }

    /** Gives it to a member unit, or to another one. */
    default LetterState give(String unit) {
        return after(Verb.GIVE, new Given(unit));
    }

    default LetterState answer() {
        return after(Verb.ANSWER, new Answered());
    }

    private LetterState after(Verb verb, LetterState next) {
        if (possible().contains(verb)) return next;
        String zh = possible().stream().map(Verb::zh).collect(Collectors.joining("、"));
        String en = possible().stream().map(Verb::en).collect(Collectors.joining(", "));
        throw new StepRefused(
                "SP02",
                "该函" + zh() + "，不能“" + verb.zh() + "”；现在可以：" + (zh.isEmpty() ? "另行来往函" : zh) + "。",
                "The letter is " + en() + "; one cannot " + verb.en() + " now. Possible: "
                        + (en.isEmpty() ? "another letter" : en) + ".");
    }

    private String zh() {
        return switch (this) {
            case Sent _ -> "已发出";
            case Registered _ -> "待交办";
            case Given _ -> "办理中";
            case Answered _ -> "已复函";
        };
    }

    private String en() {
        return switch (this) {
            case Sent _ -> "sent";
            case Registered _ -> "registered";
            case Given _ -> "with a unit";
            case Answered _ -> "answered";
        };
    }
}
