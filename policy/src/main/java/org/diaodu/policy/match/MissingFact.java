package org.diaodu.policy.match;

import org.diaodu.policy.book.Fact;

/**
 * A fact that has to be known before anything can be said.
 *
 * @param holder who has it
 * @param source where it stands with them
 * @param chinese why it is missing, where there is more to say; else empty
 * @param english the same
 */
public record MissingFact(String name, String holder, String source, String chinese, String english) {

    static final MissingFact REGION = new MissingFact(OneMatch.REGION, "市场监管局", "企业登记", "", "");

    /** Of one of many subjects: on which day a figure has no value is not told. */
    static MissingFact of(String name, Fact fact) {
        return switch (fact) {
            case Fact.Held(String holder, String source) -> new MissingFact(name, holder, source, "", "");
            case Fact.Dated(String parameter, String day) ->
                new MissingFact(
                        name,
                        "",
                        parameter,
                        parameter + " 在" + day + "那天没有数值",
                        parameter + " has no value on the day of " + day);
        };
    }

    public String zh() {
        return name + (chinese.isEmpty() ? "（" + holder + "，" + source + "）" : "（" + chinese + "）");
    }

    public String en() {
        return name + (english.isEmpty() ? " (" + holder + ", " + source + ")" : " (" + english + ")");
    }
}
